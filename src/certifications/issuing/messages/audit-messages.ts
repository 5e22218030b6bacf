import { defineMessages } from '../../../platform/index.js';

/** What the audit trail calls the acts recorded here, and what they changed. */
export const issuingAuditMessages = defineMessages({
  'detail.left': { zh: '未绑定', en: 'Not bound' },
  'detail.numbers': { zh: '编号', en: 'Numbers' },
});
