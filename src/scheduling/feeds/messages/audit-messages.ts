import { defineMessages } from '../../../platform/index.js';

/** What the audit trail calls the acts recorded here, and what they changed. */
export const feedAuditMessages = defineMessages({
  'act.calendarFeed.made': { zh: '生成日历订阅', en: 'Made a calendar feed' },
  'act.calendarFeed.revoked': { zh: '撤销日历订阅', en: 'Revoked a calendar feed' },
  'subject.calendarFeed': { zh: '日历订阅', en: 'Calendar feed' },
});
