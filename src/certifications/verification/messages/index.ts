import { verificationAuditWords } from './audit-words.js';
import { developerWords } from './developer-words.js';
import { numberWords } from './number-words.js';
import { verificationRefusalWords } from './refusal-words.js';
import { verificationWords } from './verification-words.js';
import { volumeWords } from './volume-words.js';

/** Everything that verification says, in both languages. */
export const verificationMessages = {
  ...developerWords,
  ...numberWords,
  ...verificationRefusalWords,
  ...verificationWords,
  ...volumeWords,
  ...verificationAuditWords,
};
