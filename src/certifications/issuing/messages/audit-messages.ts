import { defineMessages } from '../../../platform/index.js';

/** Names of audit entries. */
export const issuingAuditMessages = defineMessages({
  'detail.left': { zh: '未绑定', en: 'Not bound' },
  'detail.numbers': { zh: '编号', en: 'Numbers' },
});
