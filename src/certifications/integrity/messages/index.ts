import { integrityAuditMessages } from './audit-messages.js';

/** All texts of integrity, in both languages. */
export const integrityMessages = {
  ...integrityAuditMessages,
};
