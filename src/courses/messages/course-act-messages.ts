import { defineMessages } from '../../platform/index.js';

/** Labels of the audit trail: actions and their subjects. */
export const courseActMessages = defineMessages({
  'act.track.opened': { zh: '新建方向', en: 'Created a track' },
  'act.track.changed': { zh: '修改方向', en: 'Changed a track' },
  'act.track.retired': { zh: '停用方向', en: 'Retired a track' },
  'act.track.broughtBack': { zh: '恢复方向', en: 'Brought a track back' },
  'act.course.designed': { zh: '新建课程', en: 'Created a course' },
  'act.course.changed': { zh: '修改课程', en: 'Changed a course' },
  'act.course.retired': { zh: '停用课程', en: 'Retired a course' },
  'act.course.broughtBack': { zh: '恢复课程', en: 'Brought a course back' },
  'act.achievement.made': { zh: '新建认证项目', en: 'Created an achievement' },
  'act.achievement.changed': { zh: '修改认证项目', en: 'Changed an achievement' },
  'act.achievement.retired': { zh: '停用认证项目', en: 'Retired an achievement' },
  'act.achievement.broughtBack': { zh: '恢复认证项目', en: 'Brought an achievement back' },
  'act.achievement.templateChosen': { zh: '为认证项目选用模板', en: 'Chose an achievement’s template' },
  'act.picture.kept': { zh: '上传图片', en: 'Uploaded a picture' },
  'subject.track': { zh: '方向', en: 'Track' },
  'subject.course': { zh: '课程', en: 'Course' },
  'subject.picture': { zh: '图片', en: 'Picture' },
  'subject.achievement': { zh: '认证项目', en: 'Achievement' },
});
