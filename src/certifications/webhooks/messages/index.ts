import { webhookAuditWords } from './audit-words.js';
import { webhookRefusalWords } from './refusal-words.js';
import { webhookWords } from './webhook-words.js';

/** Everything that webhooks says, in both languages. */
export const webhookMessages = {
  ...webhookRefusalWords,
  ...webhookWords,
  ...webhookAuditWords,
};
