import { defineMessages } from '../../platform/index.js';

/** Emails about enrolments. Each links to the page it is about. */
export const enrolmentEmailMessages = defineMessages({
  'mail.enrolment_confirmed_subject': {
    zh: '已确认名额：{course}（{cohort}）',
    en: 'Your seat is confirmed: {course} ({cohort})',
  },
  'mail.enrolment_confirmed_body': {
    zh: '{name}，你好：\n\n你在 {course}（{cohort}）的名额已确认，{startsOn:day}开课。\n查看课次和教室，或办理退班：\n{link}',
    en: 'Hello {name},\n\nYour seat in {course} ({cohort}) is confirmed. The cohort begins on {startsOn:day}.\nSee your sessions and rooms, or withdraw:\n{link}',
  },
  'mail.enrolment_waitlisted_subject': {
    zh: '已进入候补：{course}（{cohort}）',
    en: 'You are on the waitlist: {course} ({cohort})',
  },
  'mail.enrolment_waitlisted_body': {
    zh: '{name}，你好：\n\n{course}（{cohort}）目前满员，你排在候补第 {position} 位。有名额时我们会发邮件通知你，并为你保留一段时间。\n{link}',
    en: 'Hello {name},\n\n{course} ({cohort}) is full. You are number {position} on the waitlist. When a seat becomes free, we will email you and hold it for you for a limited time.\n{link}',
  },
  'mail.enrolment_offered_subject': {
    zh: '有名额了，请在 {until:moment} 前确认：{course}',
    en: 'A seat is free. Confirm by {until:moment}: {course}',
  },
  'mail.enrolment_offered_body': {
    zh: '{name}，你好：\n\n{course}（{cohort}）空出一个名额，为你保留到 {until:moment}。请打开下面的页面确认；逾期会转给下一位。\n{link}',
    en: 'Hello {name},\n\nA seat in {course} ({cohort}) is held for you until {until:moment}. Confirm it here; after that it goes to the next person:\n{link}',
  },
  'mail.enrolment_lapsed_subject': {
    zh: '保留的名额已过期：{course}（{cohort}）',
    en: 'Your seat offer has expired: {course} ({cohort})',
  },
  'mail.enrolment_lapsed_body': {
    zh: '{name}，你好：\n\n为你保留的 {course}（{cohort}）名额未在期限内确认，已转给下一位。仍想参加，可以重新报名候补：\n{cohortLink}',
    en: 'Hello {name},\n\nThe seat held for you in {course} ({cohort}) was not confirmed in time and has gone to the next person. To rejoin the waitlist, enrol again:\n{cohortLink}',
  },
  'mail.enrolment_withdrawn_subject': {
    zh: '已退班：{course}（{cohort}）',
    en: 'You have withdrawn: {course} ({cohort})',
  },
  'mail.enrolment_withdrawn_body': {
    zh: '{name}，你好：\n\n你已退出 {course}（{cohort}）。想再参加时，从这里报名：\n{cohortLink}',
    en: 'Hello {name},\n\nYou have withdrawn from {course} ({cohort}). To join again, enrol here:\n{cohortLink}',
  },
  'mail.enrolment_transferred_subject': {
    zh: '已转班到 {cohort}：{course}',
    en: 'You have been transferred to {cohort}: {course}',
  },
  'mail.enrolment_transferred_body': {
    zh: '{name}，你好：\n\n教务已把你从 {from} 转到 {cohort}（{course}），{startsOn:day}开课。\n{link}',
    en: 'Hello {name},\n\nA coordinator has transferred you from {from} to {cohort} ({course}), which begins on {startsOn:day}.\n{link}',
  },
  'mail.enrolment_restoredConfirmed_subject': {
    zh: '班次恢复，你的名额仍在：{course}（{cohort}）',
    en: 'Cohort restored, your seat is confirmed: {course} ({cohort})',
  },
  'mail.enrolment_restoredConfirmed_body': {
    zh: '{name}，你好：\n\n先前取消的 {course}（{cohort}）现已恢复，你的名额照旧，{startsOn:day}开课。课次可能有变动，请看这里；不便参加，也可在这里退班：\n{link}',
    en: 'Hello {name},\n\n{course} ({cohort}) had been cancelled and will now take place after all. You still have your seat. The cohort begins on {startsOn:day}. Sessions may have changed. See them, or withdraw, here:\n{link}',
  },
  'mail.enrolment_restoredWaitlisted_subject': {
    zh: '班次恢复，你仍在候补：{course}（{cohort}）',
    en: 'Cohort restored, you are on the waitlist: {course} ({cohort})',
  },
  'mail.enrolment_restoredWaitlisted_body': {
    zh: '{name}，你好：\n\n先前取消的 {course}（{cohort}）现已恢复，你仍在候补，排第 {position} 位。有名额时我们会发邮件通知你。\n{link}',
    en: 'Hello {name},\n\n{course} ({cohort}) had been cancelled and will now take place after all. You are number {position} on the waitlist. When a seat becomes free, we will email you.\n{link}',
  },
  'mail.enrolment_restoredOffered_subject': {
    zh: '班次恢复，请在 {until:moment} 前确认名额：{course}',
    en: 'Cohort restored. Confirm your seat by {until:moment}: {course}',
  },
  'mail.enrolment_restoredOffered_body': {
    zh: '{name}，你好：\n\n先前取消的 {course}（{cohort}）现已恢复。那个名额重新为你保留到 {until:moment}，请打开下面的页面确认；逾期会转给下一位。\n{link}',
    en: 'Hello {name},\n\n{course} ({cohort}) had been cancelled and will now take place after all. Your seat is held again until {until:moment}. Confirm it here; after that it goes to the next person:\n{link}',
  },
  'mail.enrolment_cancelled_subject': { zh: '班次取消：{course}（{cohort}）', en: 'Cancelled: {course} ({cohort})' },
  'mail.enrolment_cancelled_body': {
    zh: '{name}，你好：\n\n很抱歉，{course}（{cohort}）已取消。原因：{reason}\n同一课程的其他班次，可以在课程目录中查看。\n{cohortLink}',
    en: 'Hello {name},\n\nWe are sorry to tell you that {course} ({cohort}) has been cancelled. Reason: {reason}\nFind other cohorts of the course in the catalogue.\n{cohortLink}',
  },
});
