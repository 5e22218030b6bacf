import { templateAuditWords } from './audit-words.js';
import { templateRefusalWords } from './refusal-words.js';
import { templateWords } from './template-words.js';

/** Everything that templates says, in both languages. */
export const templateMessages = {
  ...templateRefusalWords,
  ...templateWords,
  ...templateAuditWords,
};
