import { defineMessages } from '../../../platform/index.js';

/** Names of audit entries. */
export const webhookAuditMessages = defineMessages({
  'act.webhook.added': { zh: '添加状态通知', en: 'Added a webhook' },
  'act.webhook.removed': { zh: '删除状态通知', en: 'Removed a webhook' },
  'act.webhook.tested': { zh: '测试状态通知', en: 'Tested a webhook' },
  'act.webhook.resent': { zh: '重发状态通知', en: 'Resent a webhook message' },
});
