import { registerAuditWords } from './audit-words.js';
import { registerWords } from './register-words.js';

/** Everything that register says, in both languages. */
export const registerMessages = {
  ...registerWords,
  ...registerAuditWords,
};
