import { holderAuditMessages } from './audit-messages.js';
import { holderPageMessages } from './holder-messages.js';
import { holderRefusalMessages } from './refusal-messages.js';

/** Everything that holders says, in both languages. */
export const holderMessages = {
  ...holderPageMessages,
  ...holderRefusalMessages,
  ...holderAuditMessages,
};
