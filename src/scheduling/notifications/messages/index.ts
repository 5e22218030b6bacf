import { notificationAuditWords } from './audit-words.js';
import { notificationRefusalWords } from './refusal-words.js';
import { bulletinWords } from './words-of-bulletins.js';
import { answerMessages } from './answer-messages.js';
import { changeEmailMessages } from './change-email-messages.js';

/** Everything that notifications says, in both languages. */
export const notificationMessages = {
  ...notificationRefusalWords,
  ...bulletinWords,
  ...changeEmailMessages,
  ...answerMessages,
  ...notificationAuditWords,
};
