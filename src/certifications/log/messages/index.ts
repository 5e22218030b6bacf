import { logAuditWords } from './audit-words.js';

/** Everything that log says, in both languages. */
export const logMessages = {
  ...logAuditWords,
};
