import { defineMessages, MOST_PICTURE_BYTES, type PictureRefusalCode, refusalMessages } from '../../platform/index.js';

export const pictureMessages = {
  ...refusalMessages<PictureRefusalCode>({
    pictureTooBig: {
      zh: '图片有 {kilobytes} KB，最多 {most} KB。请压缩或缩小后再上传。',
      en: 'The picture is {kilobytes} KB; the limit is {most} KB. Make it smaller and upload it again.',
    },
    pictureUnknown: {
      zh: '只接受 PNG 和 JPEG 图片，这个文件不是。',
      en: 'Only PNG and JPEG pictures are accepted; this file is neither.',
    },
    pictureTooManyPoints: {
      zh: '图片有 {width} × {height} 像素，太大。边长不超过 {most}，总共不超过 1200 万像素。',
      en: 'The picture has {width} × {height} pixels. The limits are {most} per side and 12 million in all.',
    },
    pictureTooSmall: {
      zh: '图片只有 {width} × {height} 像素，印出来会模糊。边长至少 {least}。',
      en: 'The picture has only {width} × {height} pixels and would print blurred. Each side needs at least {least}.',
    },
    pictureBroken: {
      zh: '图片打不开，文件可能损坏。请重新导出后上传。',
      en: 'The picture cannot be opened; the file may be damaged. Export it again, then upload it.',
    },
    pictureReaderBusy: {
      zh: '正在处理的图片太多，请稍等片刻再上传。',
      en: 'Too many pictures are being processed. Wait a moment, then upload it again.',
    },
  }),
  ...defineMessages({
    'picture.now': { zh: '当前图片', en: 'Current picture' },
    'picture.remove': { zh: '去掉这张图片', en: 'Remove this picture' },
    'picture.rule': {
      zh: `PNG 或 JPEG，最多 ${MOST_PICTURE_BYTES / 1024} KB。`,
      en: `PNG or JPEG, at most ${MOST_PICTURE_BYTES / 1024} KB.`,
    },
  }),
};
