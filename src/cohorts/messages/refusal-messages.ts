import { refusalMessages } from '../../platform/index.js';
import type { CohortRefusalCode } from '../domain/refusals.js';

export const cohortRefusalMessages = refusalMessages<CohortRefusalCode>({
  decisionAfterTheStart: {
    zh: '最晚是开课当天，请选 {startsOn:day} 或之前。',
    en: 'The decision is due by the first day. Choose {startsOn:day} or earlier.',
  },
  decisionInThePast: {
    zh: '这一天已经过去，请选今天（{today:day}）或之后。',
    en: 'This day has passed. Choose today ({today:day}) or later.',
  },
  decisionIsMade: {
    zh: '{cohort} 是否开班已经定下，决定日不再改动。',
    en: 'Whether {cohort} runs is already decided, so the date cannot change.',
  },
  decisionCannotWait: {
    zh: '{cohort} 已于 {startsOn:day} 开课，不能再推迟决定：请确认开班或取消。',
    en: '{cohort} began on {startsOn:day}, so the decision cannot wait. Confirm it or cancel it.',
  },
  cohortNotCancelled: {
    zh: '{cohort} 没有取消，无需恢复。',
    en: '{cohort} is not cancelled. There is nothing to restore.',
  },
  cohortDatesAreOver: {
    zh: '{cohort} 的日期已于 {endsOn:day} 过去，不能恢复。请另开一个班次。',
    en: '{cohort} ended on {endsOn:day} and cannot be restored. Plan another cohort.',
  },
  cohortCodeTaken: {
    zh: '班次编号 {code} 已被使用，请换一个，例如在末尾加 -2。',
    en: 'The code {code} is taken. Choose another, for example with -2 at its end.',
  },
  cohortCodeIsPublished: {
    zh: '班次发布后编号不再改动：{code} 可能已印在通知里。',
    en: 'The code of a published cohort cannot change: {code} may already be in print.',
  },
  cohortCourseUnknown: { zh: '请选择一门已有教学大纲的课程。', en: 'Choose a course that has a syllabus.' },
  cohortCourseRetired: {
    zh: '课程 {course} 已停用，请选别的课程，或先恢复它。',
    en: 'The course {course} is retired. Choose another, or bring it back first.',
  },
  cohortCourseIsPublished: {
    zh: '{cohort} 已经发布，课程不能再换。可以取消它，另开一个班次。',
    en: '{cohort} is published, so its course cannot change. Cancel it and plan another one.',
  },
  cohortSponsorUnknown: { zh: '请从列表中选择委培单位。', en: 'Choose the sponsor from the list.' },
  cohortEndsBeforeItStarts: {
    zh: '结束日期早于开课日期 {startsOn:day}，请选这一天或之后。',
    en: 'The cohort would end before it begins. Choose {startsOn:day} or later.',
  },
  cohortTooLong: {
    zh: '一个班次最长 {days} 天，请选 {latest:day} 或之前。',
    en: 'A cohort lasts at most {days} days. Choose {latest:day} or earlier.',
  },
  cohortStartsInThePast: {
    zh: '开课日期已经过去，请选今天（{today:day}）或之后。',
    en: 'This day has passed. Choose today ({today:day}) or later.',
  },
  leastAboveCapacity: {
    zh: '最低开班人数不能超过容量 {capacity}。',
    en: 'The minimum enrolment cannot be above the capacity of {capacity}.',
  },
  windowClosesBeforeItOpens: {
    zh: '报名截止要晚于开始时间（{opensAt:moment}）。',
    en: 'Enrolment must close after it opens ({opensAt:moment}).',
  },
  windowClosesAfterTheEnd: {
    zh: '报名最晚在班次结束当天（{endsOn:day}）截止。',
    en: 'Enrolment closes on the cohort’s last day ({endsOn:day}) at the latest.',
  },
  sessionsOutsideTheDates: {
    zh: '已排的课次从 {first:day} 到 {last:day}，日期须包含它们；或先移动课次。',
    en: 'Its sessions run from {first:day} to {last:day}. Keep them inside the dates, or move them first.',
  },
  cohortIsOver: {
    zh: '{cohort} 已结束或已取消，不能再改。',
    en: '{cohort} has ended or is cancelled and can no longer change.',
  },
  cohortNotADraft: {
    zh: '{cohort} 不是草稿，无需再发布。',
    en: '{cohort} is not a draft and does not need publishing.',
  },
  cohortNotTentative: {
    zh: '只有已发布、尚未确认的班次才能确认开班；{cohort} 不是。',
    en: 'Only a published cohort that is not yet confirmed can be confirmed. {cohort} is not one.',
  },
  cohortHasNoSessions: { zh: '还没有课次，请先排课。', en: 'It has no sessions yet. Schedule them first.' },
  windowAlreadyClosed: {
    zh: '报名时段已于 {closedAt:moment} 结束，请先改到将来。',
    en: 'Enrolment closed on {closedAt:moment}. Choose a closing time in the future first.',
  },
  capacityAboveRoom: {
    zh: '容量 {capacity} 超过教室 {room} 的 {seats} 个座位。请减少容量或换教室。',
    en: 'The capacity of {capacity} is above the {seats} seats of {room}. Lower it, or choose a larger room.',
  },
  enrolmentBelowLeast: {
    zh: '已确认 {confirmed} 人，不足最低开班人数 {least}。如仍要开班，请勾选下面的说明。',
    en: '{confirmed} confirmed is below the minimum enrolment of {least}. Tick the box to run it anyway.',
  },
});
