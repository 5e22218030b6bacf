import { issuingAuditMessages } from './audit-messages.js';
import { issuingPageMessages } from './issuing-messages.js';
import { certificationEmailMessages } from './email-messages.js';
import { issuingRefusalMessages } from './refusal-messages.js';
import { signingMessages } from './signing-messages.js';

/** All texts of issuing, in both languages. */
export const issuingMessages = {
  ...issuingPageMessages,
  ...certificationEmailMessages,
  ...issuingRefusalMessages,
  ...signingMessages,
  ...issuingAuditMessages,
};
