export {
  type CleanPicture,
  cleanPicture,
  isPicture,
  MOST_BYTES as MOST_PICTURE_BYTES,
  type PictureRefusalCode,
} from './clean-picture.js';
export { pictureIsStored, storePicture } from './keep.js';
export { StoredPicture } from './picture.entity.js';
export { PictureAltered, type PictureBytes, pictureOf, picturesByKey, requiredPictures } from './picture-of.js';
