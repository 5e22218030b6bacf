import { webhookAuditMessages } from './audit-messages.js';
import { webhookRefusalMessages } from './refusal-messages.js';
import { webhookPageMessages } from './webhook-messages.js';

/** All texts of webhooks, in both languages. */
export const webhookMessages = {
  ...webhookRefusalMessages,
  ...webhookPageMessages,
  ...webhookAuditMessages,
};
