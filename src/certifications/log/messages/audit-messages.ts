import { defineMessages } from '../../../platform/index.js';

/** What the audit trail calls the acts recorded here, and what they changed. */
export const logAuditMessages = defineMessages({
  'detail.template': { zh: '证书模板', en: 'Template' },
});
