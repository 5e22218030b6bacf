import { defineMessages } from '../../platform/index.js';

/** A trainee’s own enrolment: seat, waitlist, history, withdrawal. */
export const enrolmentPageMessages = defineMessages({
  'enrolment.back': { zh: '我的培训', en: 'My training' },
  'enrolment.not_done': { zh: '没有完成', en: 'This was not done' },
  'enrolment.made_confirmed': {
    zh: '报名成功，{cohort} 的名额已为你确认。',
    en: 'You are enrolled: your seat in {cohort} is confirmed.',
  },
  'enrolment.made_waitlisted': {
    zh: '{cohort} 已满员，你排在候补第 {place} 位。',
    en: '{cohort} is full: you are number {place} in the line.',
  },
  'enrolment.already': { zh: '你已在 {cohort} 的名单里。', en: 'You are in {cohort} already.' },
  'enrolment.accepted': { zh: '{cohort} 的名额已确认。', en: 'Your seat in {cohort} is confirmed.' },
  'enrolment.withdrawn_done': { zh: '已退出 {cohort}。', en: 'Withdrawn from {cohort}.' },
  'enrolment.offer_title': {
    zh: '有一个名额为你保留到 {until:moment}',
    en: 'A seat is held for you until {until:moment}',
  },
  'enrolment.offer_text': {
    zh: '确认后名额就是你的；逾期会转给候补的下一位。',
    en: 'Take it and it is yours. After that it goes to the next in line.',
  },
  'enrolment.accept': { zh: '确认名额', en: 'Take the seat' },
  'enrolment.decline': { zh: '不参加了', en: 'Give it up' },
  'enrolment.line_title': { zh: '你排在候补第 {place} 位', en: 'You are number {place} in the line' },
  'enrolment.line_text': {
    zh: '共 {count} 人候补。轮到你时会发邮件，名额会为你保留一段时间。',
    en: {
      one: '{count} person waits. We write when a seat is yours and hold it for a while.',
      other: '{count} people wait. We write when a seat is yours and hold it for a while.',
    },
  },
  'enrolment.history': { zh: '经过', en: 'History' },
  'enrolment.event.waitlisted': { zh: '进入候补', en: 'Joined the waitlist' },
  'enrolment.event.offered': { zh: '收到名额通知', en: 'Was offered a seat' },
  'enrolment.event.confirmed': { zh: '名额确认', en: 'Seat confirmed' },
  'enrolment.event.withdrawn': { zh: '退班', en: 'Withdrew' },
  'enrolment.event.lapsed': { zh: '名额通知过期', en: 'Offer lapsed' },
  'enrolment.event.completed': { zh: '结业', en: 'Completed' },
  'enrolment.event.notCompleted': { zh: '未结业', en: 'Not completed' },
  'enrolment.event.seatMoved': { zh: '换了座位号', en: 'Seat number changed' },
  'enrolment.withdraw': { zh: '退班', en: 'Withdraw' },
  'enrolment.withdraw_title': { zh: '退班', en: 'Withdraw' },
  'enrolment.withdraw_heading': { zh: '{name} 退出 {cohort}', en: '{name} leaves {cohort}' },
  'enrolment.withdraw_frees': {
    zh: '名额立即空出，其他人可以报名。',
    en: 'The seat is free at once for somebody else.',
  },
  'enrolment.withdraw_passes_on': {
    zh: '名额立即转给候补的第一位（共 {count} 人候补）。',
    en: {
      one: 'The seat goes to the person who waits.',
      other: 'The seat goes to the first of {count} people who wait.',
    },
  },
  'enrolment.withdraw_line': { zh: '将失去候补第 {place} 位。', en: 'Number {place} in the line is given up.' },
  'enrolment.withdraw_again': {
    zh: '之后仍可重新报名，但要从头排队。',
    en: 'Enrolling again later means starting at the end of the line.',
  },
  'enrolment.withdraw_reason': { zh: '原因', en: 'Reason' },
  'enrolment.cannot_withdraw': { zh: '现在不能退班', en: 'Withdrawing is not possible now' },
  'enrolment.cohort_page': { zh: '班次页面', en: 'The cohort’s page' },
});
