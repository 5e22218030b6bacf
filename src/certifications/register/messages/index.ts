import { registerAuditMessages } from './audit-messages.js';
import { registerPageMessages } from './register-messages.js';

/** Everything that register says, in both languages. */
export const registerMessages = {
  ...registerPageMessages,
  ...registerAuditMessages,
};
