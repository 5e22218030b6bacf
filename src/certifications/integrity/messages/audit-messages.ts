import { defineMessages } from '../../../platform/index.js';

/** Names of audit entries. */
export const integrityAuditMessages = defineMessages({
  'act.register.bound': { zh: '绑定登记册', en: 'Bound the certificate register' },
  'subject.register': { zh: '登记册', en: 'Certificate register' },
  'detail.outcomes': { zh: '结业结果', en: 'Outcomes' },
  'detail.acceptedDifferences': { zh: '接受的差异', en: 'Differences accepted' },
  'detail.withoutDocuments': { zh: '尚无文件', en: 'Without documents' },
});
