import { defineMessages } from '../../../platform/index.js';

/** Labels of the audit trail: actions and changed fields. */
export const notificationAuditMessages = defineMessages({
  'act.session.confirmed': { zh: '讲师确认能上', en: 'Confirmed to teach' },
  'act.session.declined': { zh: '讲师说不能上', en: 'Declined to teach' },
  'act.bulletin.sent': { zh: '发出课表通知', en: 'Sent timetable notifications' },
  'act.bulletin.dropped': { zh: '撤下课表通知', en: 'Dropped timetable notifications' },
  'act.bulletinLetter.rewritten': { zh: '改写通知', en: 'Edited an email' },
  'act.bulletinLetter.restored': { zh: '恢复通知原文', en: 'Restored the original text of an email' },
  'act.bulletinLetter.dropped': { zh: '不发某人的通知', en: 'Left an email out' },
  'act.bulletinLetter.takenBack': { zh: '恢复发某人的通知', en: 'Included an email again' },
  'subject.bulletin': { zh: '课表通知', en: 'Timetable notifications' },
  'detail.told': { zh: '通知人数', en: 'People notified' },
  'detail.emails': { zh: '邮件', en: 'Emails' },
  // Used by audit entries of earlier versions.
  'detail.letters': { zh: '邮件', en: 'Emails' },
  'detail.dropped': { zh: '不发', en: 'Dropped' },
  'detail.confirmed': { zh: '已确认', en: 'Confirmed' },
  'detail.said': { zh: '留言', en: 'Message' },
});
