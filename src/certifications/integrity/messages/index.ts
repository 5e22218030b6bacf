import { integrityAuditMessages } from './audit-messages.js';

/** Everything that integrity says, in both languages. */
export const integrityMessages = {
  ...integrityAuditMessages,
};
