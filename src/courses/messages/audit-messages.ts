import { defineMessages } from '../../platform/index.js';

/** Labels of the audit trail: actions and changed fields. */
export const courseAuditMessages = defineMessages({
  'detail.titleZh': { zh: '中文名', en: 'Chinese title' },
  'detail.titleEn': { zh: '英文名', en: 'English title' },
  'detail.step': { zh: '步骤', en: 'Step' },
  'detail.track': { zh: '方向', en: 'Track' },
});
