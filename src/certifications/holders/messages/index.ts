import { holderAuditMessages } from './audit-messages.js';
import { holderPageMessages } from './holder-messages.js';
import { holderRefusalMessages } from './refusal-messages.js';

/** All texts of holders, in both languages. */
export const holderMessages = {
  ...holderPageMessages,
  ...holderRefusalMessages,
  ...holderAuditMessages,
};
