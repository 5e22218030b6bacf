import { defineMessages } from '../../platform/index.js';

/** A trainee’s own enrolment: seat, waitlist, history, withdrawal. */
export const enrolmentPageMessages = defineMessages({
  'enrolment.back': { zh: '我的培训', en: 'My training' },
  'enrolment.not_done': { zh: '操作未完成', en: 'This could not be done' },
  'enrolment.made_confirmed': {
    zh: '报名成功，{cohort} 的名额已为你确认。',
    en: 'You are enrolled. Your seat in {cohort} is confirmed.',
  },
  'enrolment.made_waitlisted': {
    zh: '{cohort} 已满员，你排在候补第 {position} 位。',
    en: '{cohort} is full. You are number {position} on the waitlist.',
  },
  'enrolment.already': { zh: '你已报名 {cohort}。', en: 'You are already enrolled in {cohort}.' },
  'enrolment.accepted': { zh: '{cohort} 的名额已确认。', en: 'Your seat in {cohort} is confirmed.' },
  'enrolment.withdrawn_done': { zh: '已从 {cohort} 退班。', en: 'Withdrawn from {cohort}.' },
  'enrolment.offer_title': {
    zh: '有一个名额为你保留到 {until:moment}',
    en: 'A seat is held for you until {until:moment}',
  },
  'enrolment.offer_text': {
    zh: '确认后名额就是你的；逾期会转给候补的下一位。',
    en: 'If you do not confirm it by then, it goes to the next person on the waitlist.',
  },
  'enrolment.accept': { zh: '确认名额', en: 'Confirm the seat' },
  'enrolment.decline': { zh: '放弃名额', en: 'Decline' },
  'enrolment.line_title': { zh: '你排在候补第 {position} 位', en: 'You are number {position} on the waitlist' },
  'enrolment.line_text': {
    zh: '共 {count} 人候补。轮到你时，我们会发邮件通知你，并为你保留一段时间。',
    en: {
      one: '{count} person is waiting. When it is your turn, we will email you and hold a seat for a limited time.',
      other: '{count} people are waiting. When it is your turn, we will email you and hold a seat for a limited time.',
    },
  },
  'enrolment.history': { zh: '报名记录', en: 'History' },
  'enrolment.event.waitlisted': { zh: '进入候补', en: 'Joined the waitlist' },
  'enrolment.event.offered': { zh: '获得保留的名额', en: 'Seat offered' },
  'enrolment.event.confirmed': { zh: '名额确认', en: 'Seat confirmed' },
  'enrolment.event.withdrawn': { zh: '退班', en: 'Withdrew' },
  'enrolment.event.lapsed': { zh: '保留的名额过期', en: 'Offer lapsed' },
  'enrolment.event.completed': { zh: '结业', en: 'Completed' },
  'enrolment.event.notCompleted': { zh: '未结业', en: 'Not completed' },
  'enrolment.event.seatMoved': { zh: '名额编号变更', en: 'Seat number changed' },
  'enrolment.withdraw': { zh: '退班', en: 'Withdraw' },
  'enrolment.withdraw_title': { zh: '退班', en: 'Withdraw' },
  'enrolment.withdraw_heading': { zh: '{name} 从 {cohort} 退班', en: 'Withdraw {name} from {cohort}' },
  'enrolment.withdraw_frees': {
    zh: '名额立即空出，其他人可以报名。',
    en: 'The seat becomes free at once.',
  },
  'enrolment.withdraw_passes_on': {
    zh: '名额立即保留给候补的第一位（共 {count} 人候补）。',
    en: {
      one: 'The seat is offered to the person on the waitlist.',
      other: 'The seat is offered to the first of {count} people on the waitlist.',
    },
  },
  'enrolment.withdraw_line': { zh: '将失去候补第 {position} 位。', en: 'Position {position} on the waitlist is lost.' },
  'enrolment.withdraw_again': {
    zh: '之后仍可重新报名，但要重新排到候补末尾。',
    en: 'Enrolling again is possible, but at the end of the waitlist.',
  },
  'enrolment.withdraw_reason': { zh: '原因', en: 'Reason' },
  'enrolment.cannot_accept': { zh: '现在不能确认名额', en: 'You cannot confirm this seat now' },
  'enrolment.cannot_withdraw': { zh: '现在不能退班', en: 'You cannot withdraw now' },
  'enrolment.cohort_page': { zh: '班次页面', en: 'Cohort page' },
  'enrolment.back_confirmed': { zh: '{name}：已确认', en: '{name}: confirmed' },
  'enrolment.back_offered': { zh: '{name}：待确认，名额重新保留', en: '{name}: offered, with a new deadline' },
  'enrolment.back_waitlisted': { zh: '{name}：候补', en: '{name}: on the waitlist' },
  'enrolment.back_clash': {
    zh: '{name}：恢复报名，但与 {cohort} 上课时间冲突，请与本人商量',
    en: '{name}: restored, but clashes with {cohort}. Ask which cohort they prefer',
  },
  'enrolment.away': { zh: '{name}', en: '{name}' },
  'enrolment.state.waitlisted': { zh: '候补中', en: 'Waitlisted' },
  'enrolment.state.offered': { zh: '待确认', en: 'Offered' },
  'enrolment.state.confirmed': { zh: '已确认', en: 'Confirmed' },
  'enrolment.state.withdrawn': { zh: '已退班', en: 'Withdrawn' },
  'enrolment.state.lapsed': { zh: '名额已过期', en: 'Offer lapsed' },
  'enrolment.state.completed': { zh: '结业', en: 'Completed' },
  'enrolment.state.notCompleted': { zh: '未结业', en: 'Not completed' },
});
