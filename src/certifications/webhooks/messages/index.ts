import { webhookAuditMessages } from './audit-messages.js';
import { webhookRefusalMessages } from './refusal-messages.js';
import { webhookPageMessages } from './webhook-messages.js';

/** Everything that webhooks says, in both languages. */
export const webhookMessages = {
  ...webhookRefusalMessages,
  ...webhookPageMessages,
  ...webhookAuditMessages,
};
