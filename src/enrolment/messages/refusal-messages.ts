import { refusalMessages } from '../../platform/index.js';
import type { EnrolmentRefusalCode } from '../domain/refusals.js';

export const enrolmentRefusalMessages = refusalMessages<EnrolmentRefusalCode>({
  cohortNotOpen: { zh: '{cohort} 目前不接受报名。', en: '{cohort} is not open for enrolment.' },
  cohortHasEnded: {
    zh: '{cohort} 已经结束。可以看看同一课程的其他班次。',
    en: '{cohort} has ended. Choose another cohort of the course.',
  },
  windowNotYetOpen: { zh: '报名于 {opensAt:moment} 开始。', en: 'Enrolment opens on {opensAt:moment}.' },
  windowClosed: {
    zh: '报名已于 {closedAt:moment} 截止。如仍想参加，请联系教务。',
    en: 'Enrolment closed on {closedAt:moment}. If you still want to join, contact a coordinator.',
  },
  emailNotVerified: {
    zh: '请先验证邮箱：打开我们发给你的邮件中的链接，再报名。',
    en: 'Verify your email address first: open the link in the email that we sent you.',
  },
  alreadyEnrolled: { zh: '{cohort} 的名单里已有此人。', en: 'This person is already enrolled in {cohort}.' },
  prerequisiteMissing: {
    zh: '先修要求未满足：{achievements}。若已在别处取得，请联系教务登记。',
    en: 'Missing prerequisites: {achievements}. If they were earned elsewhere, ask a coordinator to record them.',
  },
  ownTimetableClash: {
    zh: '与已报名的 {cohort} 上课时间冲突（{startsAt:moment}）。请先退出 {cohort}，或选择其他班次。',
    en: 'A session clashes with {cohort} ({startsAt:moment}). Withdraw from {cohort} first, or choose another cohort.',
  },
  enrolmentHasEnded: { zh: '这个报名已经结束，无需退班。', en: 'This enrolment has already ended.' },
  cohortHasBegun: {
    zh: '班次已于 {beganAt:moment} 开课，退班请联系教务。',
    en: 'The cohort began on {beganAt:moment}. Ask a coordinator to withdraw you.',
  },
  noOfferToAccept: { zh: '目前没有为你保留的名额。', en: 'No seat is being held for you.' },
  offerExpired: {
    zh: '名额只保留到 {expiredAt:moment}，现已转给下一位。可以重新报名候补。',
    en: 'The seat was held until {expiredAt:moment} and has gone to the next person. You can enrol again to rejoin the waitlist.',
  },
  notOnWaitlist: { zh: '此人不在候补名单里。', en: 'This person is not on the waitlist.' },
  noSeatFree: {
    zh: '{cohort} 没有空余名额。请增加容量，或等有人退班。',
    en: '{cohort} has no free seat. Increase its capacity, or wait for a withdrawal.',
  },
  sameCohort: { zh: '此人已在 {cohort}。', en: 'This person is already in {cohort}.' },
  otherCourse: {
    zh: '{cohort} 属于另一门课程，只能转到同一课程的班次。',
    en: '{cohort} belongs to another course. Choose a cohort of the same course.',
  },
  unknownCohort: {
    zh: '没有编号为 {cohort} 的班次，请检查编号。',
    en: 'There is no cohort {cohort}. Check the code.',
  },
  unknownTrainee: { zh: '请先选择一位学员。', en: 'Choose a trainee first.' },
  sitsElsewhere: { zh: '已在 {cohort} 占有名额。', en: 'Now has a seat in {cohort}.' },
  capacityBelowTaken: {
    zh: '{cohort} 已占用 {taken} 个名额，容量不能低于这个数。',
    en: '{cohort} has {taken} seats taken. Its capacity cannot be lower than that.',
  },
});
