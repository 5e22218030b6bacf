import { verificationAuditMessages } from './audit-messages.js';
import { developerMessages } from './developer-messages.js';
import { numberMessages } from './number-messages.js';
import { verificationRefusalMessages } from './refusal-messages.js';
import { verificationPageMessages } from './verification-messages.js';
import { historyMessages } from './history-messages.js';
import { listMessages } from './list-messages.js';
import { reasonMessages } from './reason-messages.js';
import { stepMessages } from './step-messages.js';
import { verdictMessages } from './verdict-messages.js';

/** All texts of verification, in both languages. */
export const verificationMessages = {
  ...developerMessages,
  ...numberMessages,
  ...verificationRefusalMessages,
  ...verificationPageMessages,
  ...stepMessages,
  ...reasonMessages,
  ...verdictMessages,
  ...listMessages,
  ...historyMessages,
  ...verificationAuditMessages,
};
