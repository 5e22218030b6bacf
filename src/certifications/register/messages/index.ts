import { registerAuditMessages } from './audit-messages.js';
import { registerPageMessages } from './register-messages.js';

/** All texts of register, in both languages. */
export const registerMessages = {
  ...registerPageMessages,
  ...registerAuditMessages,
};
