import { defineMessages } from '../../../platform/index.js';

/** Names of audit entries. */
export const integrityAuditMessages = defineMessages({
  'detail.acceptedDifferences': { zh: '接受的差异', en: 'Differences accepted' },
  'detail.withoutDocuments': { zh: '尚无文件', en: 'Without documents' },
});
