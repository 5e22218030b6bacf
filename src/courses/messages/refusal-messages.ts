import { type PictureRefusalCode, refusalMessages } from '../../platform/index.js';
import type { CourseRefusalCode } from '../domain/refusals.js';

export const courseRefusalMessages = {
  ...refusalMessages<CourseRefusalCode>({
    trackCodeTaken: {
      zh: '代码 {code} 已被另一个方向使用，请换一个。',
      en: 'Another track has the code {code}. Choose a different one.',
    },
    trackKeepsCourses: {
      zh: '这个方向还有 {count} 门在用的课程。请先把它们停用，或移到别的方向。',
      en: {
        one: 'One course of this track is still taught. Retire it or move it to another track first.',
        other: '{count} courses of this track are still taught. Retire them or move them to another track first.',
      },
    },
    trackUnknown: { zh: '请从列出的方向中选择。', en: 'Choose one of the tracks listed.' },
    trackIsRetired: {
      zh: '“{track}”已停用，请选择在用的方向。',
      en: 'The track “{track}” is retired. Choose one in use.',
    },
    courseCodeTaken: {
      zh: '课程 {code} 已经存在，请换一个代码，或去修改那门课程。',
      en: 'Course {code} already exists. Choose a different code, or change that course.',
    },
    courseIsRetired: { zh: '这门课程已停用，请先恢复它。', en: 'This course is retired. Bring it back first.' },
    achievementIsRetired: {
      zh: '认证项目 {code} 已停用，请选择在用的项目，或先恢复它。',
      en: 'The achievement {code} is retired. Choose one in use, or bring it back first.',
    },
    achievementPictureUnknown: {
      zh: '图片没有收到，请重新上传。',
      en: 'The picture was not received. Upload it again.',
    },
    achievementUnchanged: {
      zh: '没有改动，仍是第 {version} 版。',
      en: 'Nothing has changed. It stays at version {version}.',
    },
    achievementKeepsCourses: {
      zh: '还有 {count} 门在用的课程通向它：{codes}。请先让它们通向别的认证项目，或停用这些课程。',
      en: {
        one: 'A course in use leads to it: {codes}. Let that course lead to another achievement first, or retire it.',
        other: '{count} courses in use lead to it: {codes}. Let them lead to other achievements first, or retire them.',
      },
    },
    achievementUnknown: {
      zh: '请从列出的认证项目中选择，或新建一个。',
      en: 'Choose one of the achievements listed, or create a new one.',
    },
    achievementCodeTaken: {
      zh: '认证项目 {code} 已经存在：请在列表中选择它，或换一个代码。',
      en: 'Achievement {code} already exists. Choose it from the list, or use a different code.',
    },
    achievementAsksItself: {
      zh: '{course} 通向的认证项目不能同时是它的先修要求，请去掉其中一项。',
      en: '{course} cannot require the achievement that it leads to. Remove one of the two.',
    },
    prerequisiteUnknown: {
      zh: '有一项先修要求已不存在，请重新选择。',
      en: 'One of the prerequisites no longer exists. Choose again.',
    },
    prerequisiteCircle: {
      zh: '先修要求形成了循环：{path}。请去掉其中一项。',
      en: 'These prerequisites form a circle: {path}. Remove one of them.',
    },
  }),
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
};
