import { defineMessages } from '../../../platform/index.js';

/** Emails to trainees and instructors about schedule changes. */
export const bulletinEmailMessages = defineMessages({
  'bulletin.greeting': { zh: '{name}，你好：', en: 'Dear {name},' },
  'bulletin.and': { zh: '、', en: ', ' },
  'bulletin.sessions': { zh: '第 {numbers} 次课', en: { one: 'session {numbers}', other: 'sessions {numbers}' } },
  'bulletin.subject_moved': { zh: '课表变更：{what}', en: 'Timetable change: {what}' },
  'bulletin.subject_added': { zh: '新增课次：{what}', en: 'New sessions: {what}' },
  'bulletin.subject_given': { zh: '请你讲授：{what}', en: 'Please teach: {what}' },
  'bulletin.subject_cancelled': { zh: '课次取消：{what}', en: 'Cancelled: {what}' },
  'bulletin.subject_left': { zh: '不再由你讲授：{what}', en: 'No longer taught by you: {what}' },
  'bulletin.subject_one': { zh: '{cohort} {sessions}', en: '{cohort}, {sessions}' },
  'bulletin.subject_many': {
    zh: '{cohort} 等 {cohorts} 个班次，共 {count} 次课',
    en: {
      one: '{cohort} and others ({cohorts} cohorts), {count} session in all',
      other: '{cohort} and others ({cohorts} cohorts), {count} sessions in all',
    },
  },
  'bulletin.trainee_has': {
    zh: '《{course}》（{cohort}）的课表有变化：',
    en: 'The timetable of {course} ({cohort}) has changed:',
  },
  'bulletin.trainee_gets': {
    zh: '《{course}》（{cohort}）新增 {count} 次课：',
    en: { one: '{course} ({cohort}) has {count} new session:', other: '{course} ({cohort}) has {count} new sessions:' },
  },
  'bulletin.instructor_has': {
    zh: '你讲授的《{course}》（{cohort}）有变化：',
    en: 'Your sessions of {course} ({cohort}) have changed:',
  },
  'bulletin.instructor_gets': {
    zh: '请你讲授《{course}》（{cohort}）的 {count} 次课：',
    en: {
      one: 'Please teach {count} session of {course} ({cohort}):',
      other: 'Please teach {count} sessions of {course} ({cohort}):',
    },
  },
  'bulletin.new_time': { zh: '改时间', en: 'new time' },
  'bulletin.new_room': { zh: '换教室', en: 'new room' },
  'bulletin.new_people': { zh: '换讲师', en: 'new instructor' },
  'bulletin.moved': { zh: '第 {number} 次课{what}', en: 'Session {number}: {what}' },
  'bulletin.added': {
    zh: '新增第 {number} 次课：{day:dayShort} {startsAt:clock}–{endsAt:clock}，{room}',
    en: 'New: session {number}, {day:dayShort}, {startsAt:clock}–{endsAt:clock}, {room}',
  },
  'bulletin.given': {
    zh: '第 {number} 次课由你讲授：{day:dayShort} {startsAt:clock}–{endsAt:clock}，{room}',
    en: 'You teach session {number}: {day:dayShort}, {startsAt:clock}–{endsAt:clock}, {room}',
  },
  'bulletin.added_by': {
    zh: '新增第 {number} 次课：{day:dayShort} {startsAt:clock}–{endsAt:clock}，{room}，讲师：{name}',
    en: 'New: session {number}, {day:dayShort}, {startsAt:clock}–{endsAt:clock}, {room}, with {name}',
  },
  'bulletin.cancelled': {
    zh: '第 {number} 次课取消（原定 {day:dayShort} {startsAt:clock}–{endsAt:clock}，{room}）',
    en: 'Session {number} is cancelled (it was {day:dayShort}, {startsAt:clock}–{endsAt:clock}, {room})',
  },
  'bulletin.left': {
    zh: '第 {number} 次课不再由你讲授（{day:dayShort} {startsAt:clock}–{endsAt:clock}，{room}）',
    en: 'You no longer teach session {number} ({day:dayShort}, {startsAt:clock}–{endsAt:clock}, {room})',
  },
  'bulletin.because': { zh: '原因：{reason}', en: 'Reason: {reason}' },
  'bulletin.other_time': {
    zh: '时间：{dayBefore:dayShort} {startedAt:clock}–{endedAt:clock} → {day:dayShort} {startsAt:clock}–{endsAt:clock}',
    en: 'Time: {dayBefore:dayShort}, {startedAt:clock}–{endedAt:clock} → {day:dayShort}, {startsAt:clock}–{endsAt:clock}',
  },
  'bulletin.other_clock': {
    zh: '时间：{dayBefore:dayShort}，{startedAt:clock}–{endedAt:clock} → 当天 {startsAt:clock}–{endsAt:clock}',
    en: 'Time: {dayBefore:dayShort}, {startedAt:clock}–{endedAt:clock} → the same day, {startsAt:clock}–{endsAt:clock}',
  },
  'bulletin.same_time': {
    zh: '时间不变：{day:dayShort} {startsAt:clock}–{endsAt:clock}',
    en: 'Time unchanged: {day:dayShort}, {startsAt:clock}–{endsAt:clock}',
  },
  'bulletin.other_room': { zh: '教室：{before} → {after}', en: 'Room: {before} → {after}' },
  'bulletin.same_room': { zh: '教室不变：{after}', en: 'Room unchanged: {after}' },
  'bulletin.other_people': { zh: '讲师：{before} → {after}', en: 'Instructor: {before} → {after}' },
  'bulletin.same_people': { zh: '讲师不变：{after}', en: 'Instructor unchanged: {after}' },
  'bulletin.whole_timetable': { zh: '完整课表：', en: 'Full timetable:' },
  'bulletin.own_sessions': { zh: '你的全部课次：', en: 'All your sessions:' },
  'bulletin.calendar_note': {
    zh: '打开邮件里的日历邀请，你的日历就会跟着更新。',
    en: 'Open the calendar invitations in this email to update your calendar.',
  },
  'bulletin.answer_mark': {
    zh: '【{cohort} 第 {number} 次课的答复网址，发出时填上】',
    en: '[address to answer for {cohort}, session {number}; filled in when sent]',
  },
  'bulletin.answer_ask': {
    zh: '这次课你能上吗？请在这里告诉我们，不用登录：',
    en: 'Can you teach it? Answer here, no sign-in needed:',
  },
});
