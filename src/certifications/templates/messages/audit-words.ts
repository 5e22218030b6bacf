import { defineWords } from '../../../platform/index.js';

/** What the audit trail calls the acts recorded here, and what they changed. */
export const templateAuditWords = defineWords({
  'detail.numberPattern': { zh: '编号规则', en: 'Number pattern' },
});
