import { logAuditMessages } from './audit-messages.js';

/** All texts of log, in both languages. */
export const logMessages = {
  ...logAuditMessages,
};
