import { holderAuditWords } from './audit-words.js';
import { holderWords } from './holder-words.js';
import { holderRefusalWords } from './refusal-words.js';

/** Everything that holders says, in both languages. */
export const holderMessages = {
  ...holderWords,
  ...holderRefusalWords,
  ...holderAuditWords,
};
