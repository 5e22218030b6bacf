import { planAuditWords } from './audit-words.js';
import { planRefusalWords } from './refusal-words.js';
import { planWords } from './words-of-plans.js';

/** Everything that plans says, in both languages. */
export const planMessages = {
  ...planRefusalWords,
  ...planWords,
  ...planAuditWords,
};
