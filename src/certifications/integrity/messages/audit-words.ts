import { defineWords } from '../../../platform/index.js';

/** What the audit trail calls the acts recorded here, and what they changed. */
export const integrityAuditWords = defineWords({
  'detail.withoutDocuments': { zh: '尚无文件', en: 'Without documents' },
});
