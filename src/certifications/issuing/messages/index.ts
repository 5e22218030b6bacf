import { issuingAuditWords } from './audit-words.js';
import { issuingWords } from './issuing-words.js';
import { certificationMailWords } from './mail-words.js';
import { issuingRefusalWords } from './refusal-words.js';
import { sealingWords } from './sealing-words.js';

/** Everything that issuing says, in both languages. */
export const issuingMessages = {
  ...issuingWords,
  ...certificationMailWords,
  ...issuingRefusalWords,
  ...sealingWords,
  ...issuingAuditWords,
};
