import { issuerAuditWords } from './audit-words.js';
import { issuerWords } from './issuer-words.js';
import { issuerRefusalWords } from './refusal-words.js';

/** Everything that issuer says, in both languages. */
export const issuerMessages = {
  ...issuerWords,
  ...issuerRefusalWords,
  ...issuerAuditWords,
};
