import { defineMessages } from '../../../platform/index.js';

/** What the audit trail calls the acts recorded here, and what they changed. */
export const integrityAuditMessages = defineMessages({
  'detail.withoutDocuments': { zh: '尚无文件', en: 'Without documents' },
});
