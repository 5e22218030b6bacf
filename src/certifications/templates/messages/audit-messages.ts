import { defineMessages } from '../../../platform/index.js';

/** Names of audit entries. */
export const templateAuditMessages = defineMessages({
  'act.certificateTemplate.changed': { zh: '修改证书模板', en: 'Changed the certificate template' },
  'detail.numberPattern': { zh: '编号规则', en: 'Number pattern' },
});
