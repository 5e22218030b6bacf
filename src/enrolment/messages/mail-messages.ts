import { defineMessages } from '../../platform/index.js';

/** Emails about enrolments; each carries the address of the page that it speaks of. */
export const enrolmentMailMessages = defineMessages({
  'mail.enrolment_confirmed_subject': {
    zh: '已确认名额：{course}（{cohort}）',
    en: 'Your seat is confirmed: {course} ({cohort})',
  },
  'mail.enrolment_confirmed_body': {
    zh: '{name}，你好：\n\n你在 {course}（{cohort}）的名额已确认，{startsOn:day}开课。\n课次、教室与退班都在这里：\n{link}',
    en: 'Hello {name},\n\nyour seat in {course} ({cohort}) is confirmed. It begins on {startsOn:day}.\nSessions, place and withdrawal:\n{link}',
  },
  'mail.enrolment_waitlisted_subject': {
    zh: '已进入候补：{course}（{cohort}）',
    en: 'You are on the waitlist: {course} ({cohort})',
  },
  'mail.enrolment_waitlisted_body': {
    zh: '{name}，你好：\n\n{course}（{cohort}）目前满员，你排在候补第 {place} 位。有名额时我们会写信给你，名额会为你保留一段时间。\n{link}',
    en: 'Hello {name},\n\n{course} ({cohort}) is full. You are number {place} in the line. When a seat is free we write to you and hold it for a while.\n{link}',
  },
  'mail.enrolment_offered_subject': {
    zh: '有名额了，请在 {until:moment} 前确认：{course}',
    en: 'A seat is free, confirm by {until:moment}: {course}',
  },
  'mail.enrolment_offered_body': {
    zh: '{name}，你好：\n\n{course}（{cohort}）空出一个名额，为你保留到 {until:moment}。请打开下面的页面确认；逾期会转给下一位。\n{link}',
    en: 'Hello {name},\n\na seat in {course} ({cohort}) is held for you until {until:moment}. Open this page to take it; after that it goes to the next person.\n{link}',
  },
  'mail.enrolment_lapsed_subject': {
    zh: '保留的名额已过期：{course}（{cohort}）',
    en: 'The seat held for you has lapsed: {course} ({cohort})',
  },
  'mail.enrolment_lapsed_body': {
    zh: '{name}，你好：\n\n为你保留的 {course}（{cohort}）名额未在期限内确认，已转给下一位。仍想参加，可以重新报名排队：\n{cohortLink}',
    en: 'Hello {name},\n\nthe seat held for you in {course} ({cohort}) was not taken in time and has gone to the next person. You may enrol again:\n{cohortLink}',
  },
  'mail.enrolment_withdrawn_subject': {
    zh: '已退班：{course}（{cohort}）',
    en: 'You have withdrawn: {course} ({cohort})',
  },
  'mail.enrolment_withdrawn_body': {
    zh: '{name}，你好：\n\n你已退出 {course}（{cohort}）。想再参加时，从这里报名：\n{cohortLink}',
    en: 'Hello {name},\n\nyou have withdrawn from {course} ({cohort}). To join again, enrol here:\n{cohortLink}',
  },
  'mail.enrolment_transferred_subject': {
    zh: '已转班到 {cohort}：{course}',
    en: 'You have been moved to {cohort}: {course}',
  },
  'mail.enrolment_transferred_body': {
    zh: '{name}，你好：\n\n教务已把你从 {from} 转到 {cohort}（{course}）,{startsOn:day}开课。\n{link}',
    en: 'Hello {name},\n\nthe coordinator has moved you from {from} to {cohort} ({course}), which begins on {startsOn:day}.\n{link}',
  },
  'mail.enrolment_restoredConfirmed_subject': {
    zh: '班次恢复，你的名额仍在：{course}（{cohort}）',
    en: 'It runs after all, and your seat is yours: {course} ({cohort})',
  },
  'mail.enrolment_restoredConfirmed_body': {
    zh: '{name}，你好：\n\n先前取消的 {course}（{cohort}）现已恢复，你的名额照旧，{startsOn:day}开课。课次可能有变动，请看这里；不便参加，也可在这里退班：\n{link}',
    en: 'Hello {name},\n\n{course} ({cohort}), which had been cancelled, runs after all. Your seat is yours again; it begins on {startsOn:day}. Sessions may have changed. See them, or withdraw, here:\n{link}',
  },
  'mail.enrolment_restoredWaitlisted_subject': {
    zh: '班次恢复，你仍在候补：{course}（{cohort}）',
    en: 'It runs after all, and you are on the waitlist: {course} ({cohort})',
  },
  'mail.enrolment_restoredWaitlisted_body': {
    zh: '{name}，你好：\n\n先前取消的 {course}（{cohort}）现已恢复，你仍在候补，排第 {place} 位。有名额时我们会写信给你。\n{link}',
    en: 'Hello {name},\n\n{course} ({cohort}), which had been cancelled, runs after all. You are number {place} in the line again. When a seat is free we write to you.\n{link}',
  },
  'mail.enrolment_restoredOffered_subject': {
    zh: '班次恢复，请在 {until:moment} 前确认名额：{course}',
    en: 'It runs after all. Confirm your seat by {until:moment}: {course}',
  },
  'mail.enrolment_restoredOffered_body': {
    zh: '{name}，你好：\n\n先前取消的 {course}（{cohort}）现已恢复。那个名额重新为你保留到 {until:moment}，请打开下面的页面确认；逾期会转给下一位。\n{link}',
    en: 'Hello {name},\n\n{course} ({cohort}), which had been cancelled, runs after all. The seat is held for you anew, until {until:moment}. Open this page to take it; after that it goes to the next person.\n{link}',
  },
  'mail.enrolment_cancelled_subject': { zh: '班次取消：{course}（{cohort}）', en: 'Cancelled: {course} ({cohort})' },
  'mail.enrolment_cancelled_body': {
    zh: '{name}，你好：\n\n很抱歉，{course}（{cohort}）已取消。原因：{reason}\n同一课程的其他班次，可以在课程目录中查看。\n{cohortLink}',
    en: 'Hello {name},\n\nwe are sorry: {course} ({cohort}) is cancelled. Reason: {reason}\nOther cohorts of the course stand in the catalogue.\n{cohortLink}',
  },
});
