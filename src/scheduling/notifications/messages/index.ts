import { notificationAuditMessages } from './audit-messages.js';
import { notificationRefusalMessages } from './refusal-messages.js';
import { bulletinMessages } from './bulletins-messages.js';
import { answerMessages } from './answer-messages.js';
import { bulletinEmailMessages } from './bulletin-email-messages.js';

export const notificationMessages = {
  ...notificationRefusalMessages,
  ...bulletinMessages,
  ...bulletinEmailMessages,
  ...answerMessages,
  ...notificationAuditMessages,
};
