import { notificationAuditWords } from './audit-words.js';
import { notificationRefusalWords } from './refusal-words.js';
import { bulletinWords } from './words-of-bulletins.js';

/** Everything that notifications says, in both languages. */
export const notificationMessages = {
  ...notificationRefusalWords,
  ...bulletinWords,
  ...notificationAuditWords,
};
