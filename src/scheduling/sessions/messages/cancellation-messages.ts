import { defineMessages } from '../../../platform/index.js';

export const sessionCancellationMessages = defineMessages({
  'session.restore': { zh: '恢复', en: 'Restore' },
  'session.restored': {
    zh: '第 {number} 次课已恢复，待通知 {count} 人。',
    en: {
      one: 'Session {number} is restored; {count} person will be notified.',
      other: 'Session {number} is restored; {count} people will be notified.',
    },
  },
  'session.restore_title': { zh: '恢复 {cohort} 第 {number} 次课', en: 'Restore {cohort}, session {number}' },
  'session.restore_heading': { zh: '恢复第 {number} 次课', en: 'Restore session {number}' },
  'session.restore_lead': {
    zh: '原来的安排填在下面；时间已过或被占用时，换一个再恢复。',
    en: 'The previous details are filled in below. If the time has passed or is taken, choose another.',
  },
  'session.restore_act': { zh: '恢复这次课', en: 'Restore session' },
  'session.stays_cancelled': { zh: '不恢复', en: 'Leave it cancelled' },
  'session.cancelled_because': { zh: '取消原因：{reason}', en: 'Cancelled: {reason}' },
  'session.choose': { zh: '选择第 {number} 次课', en: 'Select session {number}' },
  'session.cancel_chosen': { zh: '取消选中的课', en: 'Cancel selected sessions' },
  'session.none_chosen': { zh: '请先勾选要取消的课。', en: 'Select the sessions to cancel first.' },
  'session.none_chosen_back': { zh: '请先勾选已取消的课。', en: 'Select cancelled sessions first.' },
  'session.restore_chosen': { zh: '恢复选中的课', en: 'Restore selected sessions' },
  'session.restore_many_title': { zh: '恢复 {cohort} 的课', en: 'Restore sessions of {cohort}' },
  'session.restore_many_question': {
    zh: '确定恢复这 {count} 次课吗',
    en: { one: 'Restore this session', other: 'Restore these {count} sessions' },
  },
  'session.restore_as_before': {
    zh: '时间、教室和讲师与取消前相同。',
    en: 'They keep their previous times, rooms and instructors.',
  },
  'session.restore_others': { zh: '这些课要另选时间或教室', en: 'These sessions need another time or room first' },
  'session.restore_elsewhere': { zh: '换个安排再恢复', en: 'Choose another time or room' },
  'session.restore_not': { zh: '没有恢复任何课', en: 'Nothing was restored' },
  'session.stay_cancelled': { zh: '保持取消', en: 'Leave them cancelled' },
  'session.restored_many': {
    zh: '{count} 次课已恢复，待通知 {told} 人。',
    en: {
      one: '{count} session is restored; people to notify: {told}.',
      other: '{count} sessions are restored; people to notify: {told}.',
    },
  },
  'session.cancel_many_title': {
    zh: '取消 {cohort} 的 {count} 次课',
    en: { one: 'Cancel {count} session of {cohort}', other: 'Cancel {count} sessions of {cohort}' },
  },
  'session.cancel_many_question': {
    zh: '确定取消这 {count} 次课吗',
    en: { one: 'Cancel this session', other: 'Cancel these {count} sessions' },
  },
  'session.cancelled_many': {
    zh: '{count} 次课已取消，待通知 {told} 人。',
    en: {
      one: '{count} session is cancelled; people to notify: {told}.',
      other: '{count} sessions are cancelled; people to notify: {told}.',
    },
  },
  'session.cancel': { zh: '取消', en: 'Cancel' },
  'session.cancelled': {
    zh: '第 {number} 次课已取消，待通知 {count} 人。',
    en: {
      one: 'Session {number} is cancelled; {count} person will be notified.',
      other: 'Session {number} is cancelled; {count} people will be notified.',
    },
  },
  'session.cancel_title': { zh: '取消 {cohort} 第 {number} 次课', en: 'Cancel {cohort}, session {number}' },
  'session.cancel_heading': { zh: '取消第 {number} 次课', en: 'Cancel session {number}' },
  'session.cancel_question': { zh: '确定取消这次课吗', en: 'Cancel this session' },
  'session.cancel_frees': { zh: '教室和讲师的这段时间会空出来。', en: 'Its room and instructor become free.' },
  'session.cancel_keeps': {
    zh: '取消后还可以恢复，只要那时教室和讲师还空着。',
    en: 'You can restore it as long as its room and instructor are still free.',
  },
  'session.cancel_act': { zh: '取消这次课', en: 'Cancel the session' },
  'session.keep': { zh: '保留', en: 'Keep it' },
  'session.reason': { zh: '原因', en: 'Reason' },
  'session.reason_hint': {
    zh: '会写进给学员和讲师的邮件。',
    en: 'Quoted in the email to trainees and instructor.',
  },
});
