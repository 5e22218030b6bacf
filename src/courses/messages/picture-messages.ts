import { defineMessages, MOST_PICTURE_BYTES } from '../../platform/index.js';

export const pictureMessages = defineMessages({
  'picture.now': { zh: '当前图片', en: 'Current picture' },
  'picture.remove': { zh: '去掉这张图片', en: 'Remove this picture' },
  'picture.rule': {
    zh: `PNG 或 JPEG，最多 ${MOST_PICTURE_BYTES / 1024} KB。`,
    en: `PNG or JPEG, at most ${MOST_PICTURE_BYTES / 1024} KB.`,
  },
});
