import { issuerAuditMessages } from './audit-messages.js';
import { issuerPageMessages } from './issuer-messages.js';
import { issuerRefusalMessages } from './refusal-messages.js';

/** All texts of issuer, in both languages. */
export const issuerMessages = {
  ...issuerPageMessages,
  ...issuerRefusalMessages,
  ...issuerAuditMessages,
};
