import { defineMessages } from '../../../platform/index.js';

/** What the audit trail calls the acts recorded here, and what they changed. */
export const templateAuditMessages = defineMessages({
  'detail.numberPattern': { zh: '编号规则', en: 'Number pattern' },
});
