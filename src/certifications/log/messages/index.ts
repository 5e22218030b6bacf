import { logAuditMessages } from './audit-messages.js';

/** Everything that log says, in both languages. */
export const logMessages = {
  ...logAuditMessages,
};
