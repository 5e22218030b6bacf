import { feedAuditWords } from './audit-words.js';
import { feedWords } from './words-of-feeds.js';

/** Everything that feeds says, in both languages. */
export const feedMessages = {
  ...feedWords,
  ...feedAuditWords,
};
