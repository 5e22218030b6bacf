import { defineMessages } from '../../../platform/index.js';

/** Names of audit entries. */
export const templateAuditMessages = defineMessages({
  'detail.numberPattern': { zh: '编号规则', en: 'Number pattern' },
});
