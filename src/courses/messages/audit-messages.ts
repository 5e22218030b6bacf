import { defineMessages } from '../../platform/index.js';

/** What the audit trail calls the acts recorded here, and what they changed. */
export const courseAuditMessages = defineMessages({
  'detail.titleZh': { zh: '中文名', en: 'Chinese title' },
  'detail.titleEn': { zh: '英文名', en: 'English title' },
  'detail.step': { zh: '步骤', en: 'Step' },
  'detail.track': { zh: '方向', en: 'Track' },
});
