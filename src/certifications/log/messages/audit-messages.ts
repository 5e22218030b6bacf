import { defineMessages } from '../../../platform/index.js';

/** Names of audit entries. */
export const logAuditMessages = defineMessages({
  'detail.template': { zh: '证书模板', en: 'Template' },
});
