import { defineMessages } from '../../../platform/index.js';

/** Labels of the audit trail: actions and changed fields. */
export const coreAuditMessages = defineMessages({
  'detail.instructors': { zh: '讲师', en: 'Instructors' },
  'detail.licences': { zh: '软件授权', en: 'Licences' },
  'detail.overridden': { zh: '破例的规则', en: 'Rules overridden' },
  'detail.because': { zh: '理由', en: 'Reason' },
  'detail.meantDay': { zh: '特意排在', en: 'Meant for' },
  'value.lead': { zh: '主讲', en: 'Lead' },
  'value.assistant': { zh: '助教', en: 'Assistant' },
  'value.roomIsTaken': { zh: '教室已占用', en: 'Room taken' },
  'value.instructorIsTaken': { zh: '讲师已有课', en: 'Instructor taken' },
  'value.cohortIsTaken': { zh: '班次已有课', en: 'Cohort taken' },
  'value.roomIsShutThen': { zh: '教室停用', en: 'Room closed' },
  'value.roomOutsideHours': { zh: '教室不开放', en: 'Outside the room’s hours' },
  'value.roomTooSmall': { zh: '教室太小', en: 'Room too small' },
  'value.instructorNotQualified': { zh: '讲师没有资格', en: 'Instructor not qualified' },
  'value.instructorNotQualifiedOnTheDate': { zh: '讲师资格当天无效', en: 'Not qualified on the date' },
  'value.instructorIsAbsent': { zh: '讲师请假', en: 'Instructor absent' },
  'value.instructorOutsideHours': { zh: '讲师那时不能授课', en: 'Outside the instructor’s hours' },
  'value.instructorTaughtEnoughThatDay': { zh: '超过讲师每日课时', en: 'Over the instructor’s daily limit' },
  'value.instructorTaughtEnoughThatWeek': { zh: '超过讲师每周课时', en: 'Over the instructor’s weekly limit' },
});
