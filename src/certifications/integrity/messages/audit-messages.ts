import { defineMessages } from '../../../platform/index.js';

/** Names of audit entries. */
export const integrityAuditMessages = defineMessages({
  'detail.withoutDocuments': { zh: '尚无文件', en: 'Without documents' },
});
