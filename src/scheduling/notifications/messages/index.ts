import { notificationAuditMessages } from './audit-messages.js';
import { notificationRefusalMessages } from './refusal-messages.js';
import { bulletinMessages } from './bulletins-messages.js';
import { answerMessages } from './answer-messages.js';
import { changeEmailMessages } from './change-email-messages.js';

/** Everything that notifications says, in both languages. */
export const notificationMessages = {
  ...notificationRefusalMessages,
  ...bulletinMessages,
  ...changeEmailMessages,
  ...answerMessages,
  ...notificationAuditMessages,
};
