import { defineMessages, refusalMessages } from '../../platform/index.js';
import type { EnrolmentRefusalCode } from '../domain/rules.js';
import { enrolmentAuditMessages } from './audit-messages.js';
import { enrolmentMailMessages } from './mail-messages.js';
import { enrolmentPageMessages } from './page-messages.js';
import { catalogueMessages } from './catalogue-messages.js';
import { rosterMessages } from './roster-messages.js';

export const enrolmentMessages = {
  ...enrolmentAuditMessages,
  ...refusalMessages<EnrolmentRefusalCode>({
    cohortNotOpen: { zh: '{cohort} 目前不接受报名。', en: '{cohort} does not take enrolments now.' },
    cohortHasEnded: {
      zh: '{cohort} 已经结束。可以看看同一课程的其他班次。',
      en: '{cohort} is over. Look for another cohort of the course.',
    },
    windowNotYetOpen: { zh: '报名 {opensAt:moment} 开始。', en: 'Enrolment opens on {opensAt:moment}.' },
    windowClosed: {
      zh: '报名已于 {closedAt:moment} 截止。如仍想参加，请联系教务。',
      en: 'Enrolment closed on {closedAt:moment}. Ask the coordinator if you still want to join.',
    },
    emailNotVerified: {
      zh: '请先验证邮箱：打开我们寄给你的信中的链接，再来报名。',
      en: 'Verify your email first: open the link in our email, then enrol.',
    },
    alreadyEnrolled: { zh: '{cohort} 的名单里已有此人。', en: 'This person is already enrolled in {cohort}.' },
    prerequisiteMissing: {
      zh: '开课前需持有：{achievements}。若已在别处取得，请联系教务登记。',
      en: 'This course needs, before it begins: {achievements}. If it was earned elsewhere, ask the coordinator to record it.',
    },
    ownTimetableClash: {
      zh: '与已报名的 {cohort} 上课时间重叠（{startsAt:moment}）。请先退出其中一个，或选另一班次。',
      en: 'It meets at the same time as {cohort} ({startsAt:moment}). Withdraw from one, or choose another cohort.',
    },
    enrolmentHasEnded: { zh: '这份报名已经结束，无需再退。', en: 'This enrolment has ended already.' },
    cohortHasBegun: {
      zh: '班次已于 {beganAt:moment} 开课，退班请联系教务。',
      en: 'The cohort began on {beganAt:moment}. Ask the coordinator to withdraw you.',
    },
    noOfferToAccept: { zh: '目前没有为你保留的名额。', en: 'No seat is being held for you now.' },
    offerExpired: {
      zh: '保留时间已于 {expiredAt:moment} 结束，名额已转给下一位。可以重新报名排队。',
      en: 'The seat was held until {expiredAt:moment} and has gone to the next person. You may enrol again and wait.',
    },
    notOnWaitlist: { zh: '此人不在候补名单里。', en: 'This person is not on the waitlist.' },
    noSeatFree: {
      zh: '{cohort} 没有空余名额。可先增加容量，或等有人退班。',
      en: '{cohort} has no free seat. Raise its capacity, or wait for a withdrawal.',
    },
    sameCohort: { zh: '此人已在 {cohort}。', en: 'This person is in {cohort} already.' },
    otherCourse: {
      zh: '{cohort} 属于另一门课程，只能转到同一课程的班次。',
      en: '{cohort} belongs to another course. Choose a cohort of the same course.',
    },
    unknownCohort: {
      zh: '没有编号为 {cohort} 的班次，请检查编号。',
      en: 'There is no cohort {cohort}. Check its code.',
    },
    unknownTrainee: { zh: '请先选择一位学员。', en: 'Choose a trainee first.' },
    sitsElsewhere: { zh: '已在 {cohort} 有名额。', en: 'Has a seat in {cohort} by now.' },
    capacityBelowTaken: {
      zh: '{cohort} 已占用 {taken} 个名额，容量不能少于它。',
      en: '{cohort} has {taken} seats taken. Its capacity cannot be lower.',
    },
  }),
  ...defineMessages({
    'enrolment.back_confirmed': { zh: '{name}：已确认', en: '{name}: confirmed' },
    'enrolment.back_offered': { zh: '{name}：待确认，名额重新保留', en: '{name}: offered, held anew' },
    'enrolment.back_waitlisted': { zh: '{name}：候补', en: '{name}: on the waitlist' },
    'enrolment.back_clash': {
      zh: '{name}：回到名单，但与 {cohort} 上课时间重叠，请与本人商量',
      en: '{name}: returns, but sits in {cohort} at the same time. Ask which one it is to be',
    },
    'enrolment.away': { zh: '{name}', en: '{name}' },
    'enrolment.state.waitlisted': { zh: '候补中', en: 'Waitlisted' },
    'enrolment.state.offered': { zh: '待确认', en: 'Offered' },
    'enrolment.state.confirmed': { zh: '已确认', en: 'Confirmed' },
    'enrolment.state.withdrawn': { zh: '已退班', en: 'Withdrawn' },
    'enrolment.state.lapsed': { zh: '名额已过期', en: 'Offer lapsed' },
    'enrolment.state.completed': { zh: '结业', en: 'Completed' },
    'enrolment.state.notCompleted': { zh: '未结业', en: 'Not completed' },
  }),
  ...enrolmentMailMessages,
  ...enrolmentPageMessages,
  ...catalogueMessages,
  ...rosterMessages,
};
