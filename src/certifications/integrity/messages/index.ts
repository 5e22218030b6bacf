import { integrityAuditWords } from './audit-words.js';

/** Everything that integrity says, in both languages. */
export const integrityMessages = {
  ...integrityAuditWords,
};
