import { notificationAuditMessages } from './audit-messages.js';
import { notificationRefusalMessages } from './refusal-messages.js';
import { bulletinMessages } from './bulletins-messages.js';
import { answerMessages } from './answer-messages.js';
import { changeEmailMessages } from './bulletin-email-messages.js';

export const notificationMessages = {
  ...notificationRefusalMessages,
  ...bulletinMessages,
  ...changeEmailMessages,
  ...answerMessages,
  ...notificationAuditMessages,
};
