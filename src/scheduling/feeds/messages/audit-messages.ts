import { defineMessages } from '../../../platform/index.js';

/** Labels of the audit trail: actions and changed fields. */
export const feedAuditMessages = defineMessages({
  'act.calendarFeed.made': { zh: '生成日历订阅', en: 'Created a calendar feed' },
  'act.calendarFeed.revoked': { zh: '撤销日历订阅', en: 'Revoked a calendar feed' },
  'subject.calendarFeed': { zh: '日历订阅', en: 'Calendar feed' },
});
