import { verificationAuditWords } from './audit-words.js';
import { developerWords } from './developer-words.js';
import { numberWords } from './number-words.js';
import { verificationRefusalWords } from './refusal-words.js';
import { verificationWords } from './verification-words.js';
import { volumeWords } from './volume-words.js';
import { reasonMessages } from './reason-messages.js';
import { stepMessages } from './step-messages.js';
import { verdictMessages } from './verdict-messages.js';

/** Everything that verification says, in both languages. */
export const verificationMessages = {
  ...developerWords,
  ...numberWords,
  ...verificationRefusalWords,
  ...verificationWords,
  ...stepMessages,
  ...reasonMessages,
  ...verdictMessages,
  ...volumeWords,
  ...verificationAuditWords,
};
