import { issuerAuditMessages } from './audit-messages.js';
import { issuerPageMessages } from './issuer-messages.js';
import { issuerRefusalMessages } from './refusal-messages.js';

/** Everything that issuer says, in both languages. */
export const issuerMessages = {
  ...issuerPageMessages,
  ...issuerRefusalMessages,
  ...issuerAuditMessages,
};
