import { planAuditMessages } from './audit-messages.js';
import { planRefusalMessages } from './refusal-messages.js';
import { planPageMessages } from './plans-messages.js';

export const planMessages = {
  ...planRefusalMessages,
  ...planPageMessages,
  ...planAuditMessages,
};
