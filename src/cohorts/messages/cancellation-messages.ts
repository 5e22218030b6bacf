import { defineMessages } from '../../platform/index.js';

export const cohortCancellationMessages = defineMessages({
  'cohort.cancelled': {
    zh: '{cohort} 已取消，正在通知 {count} 人。',
    en: {
      one: '{cohort} is cancelled. One person is being notified.',
      other: '{cohort} is cancelled. {count} people are being notified.',
    },
  },
  'cohort.cancelled_before': {
    zh: '这个班次先前已经取消，没有重复通知。',
    en: 'It was already cancelled. Nobody was notified again.',
  },
  'cohort.act_restoration': { zh: '恢复班次', en: 'Restore cohort' },
  'cohort.stay_cancelled': { zh: '不恢复，返回', en: 'Leave it cancelled' },
  'cohort.cannot_restore': { zh: '不能恢复', en: 'It cannot be restored' },
  'cohort.restore_title': { zh: '恢复 {code}', en: 'Restore {code}' },
  'cohort.restore_text': {
    zh: '班次于 {at:moment} 取消，原因：{reason}',
    en: 'It was cancelled on {at:moment}. Reason: {reason}',
  },
  'cohort.restore_to': { zh: '恢复后的状态：{state}。', en: 'State after restoration: {state}.' },
  'cohort.restore_told': {
    zh: '回到名单的 {count} 人各收到一封邮件。',
    en: { one: 'The person who returns gets an email.', other: 'Each of the {count} people who return gets an email.' },
  },
  'cohort.restored': {
    zh: '{cohort} 已恢复：{people} 人、{sessions} 次课。',
    en: '{cohort} is restored, with {people} people and {sessions} sessions.',
  },
  'cohort.restored_partly': {
    zh: '{cohort} 已恢复：{people} 人、{sessions} 次课；另有 {away} 项未能恢复，请另行安排。',
    en: '{cohort} is restored, with {people} people and {sessions} sessions. Not restored: {away}. Arrange these separately.',
  },
  'cohort.back_sessions': {
    zh: '恢复 {count} 次课',
    en: { one: 'One session comes back', other: '{count} sessions come back' },
  },
  'cohort.away_sessions': {
    zh: '{count} 次课不能恢复，需要重新安排',
    en: {
      one: 'One session cannot come back and has to be scheduled again',
      other: '{count} sessions cannot come back and have to be scheduled again',
    },
  },
  'cohort.back_people': { zh: '{count} 人回到名单', en: { one: 'One person returns', other: '{count} people return' } },
  'cohort.away_people': {
    zh: '{count} 人不恢复',
    en: { one: 'One person is left out', other: '{count} people are left out' },
  },
  'cohort.more_back': { zh: '还有 {count} 项', en: { one: 'One more', other: '{count} more' } },
  'cohort.act_cancellation': { zh: '取消班次', en: 'Cancel cohort' },
  'cohort.cancel_title': { zh: '取消 {code}', en: 'Cancel {code}' },
  'cohort.cancel_told': {
    zh: '将发邮件通知 {count} 人。',
    en: { one: 'One person gets an email.', other: '{count} people get an email.' },
  },
  'cohort.cancel_who': {
    zh: '（已确认 {confirmed}，待确认 {offered}，候补 {waitlisted}）',
    en: '({confirmed} confirmed, {offered} offered, {waitlisted} waiting)',
  },
  'cohort.cancel_sessions': {
    zh: '尚未开始的课次全部取消（现有 {count} 次），教室与讲师随之空出。',
    en: {
      one: 'Its session is cancelled unless it has begun; room and instructor become free.',
      other: 'Sessions that have not begun (of {count}) are cancelled; rooms and instructors become free.',
    },
  },
  'cohort.cancel_page': {
    zh: '公开页面保留，注明已取消。',
    en: 'Its public page stays and says that it is cancelled.',
  },
  'cohort.cancel_back': {
    zh: '误取消可以恢复；但学员已收到通知，空出的教室和讲师可能另有安排。',
    en: 'You can restore it if this was a mistake, but people will have been notified, and rooms and instructors may be taken.',
  },
  'cohort.cancel_reason': { zh: '取消原因', en: 'Reason' },
  'cohort.cancel_reason_hint': { zh: '会写进给学员的邮件', en: 'Quoted in the email to the trainees' },
  'cohort.keep': { zh: '不取消，返回', en: 'Keep the cohort' },
});
