import { planAuditMessages } from './audit-messages.js';
import { planRefusalMessages } from './refusal-messages.js';
import { planPageMessages } from './plans-messages.js';

/** Everything that plans says, in both languages. */
export const planMessages = {
  ...planRefusalMessages,
  ...planPageMessages,
  ...planAuditMessages,
};
