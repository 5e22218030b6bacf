import { administrationMessages } from './administration-messages.js';
import { accountAuditMessages } from './audit-messages.js';
import { accountPageMessages } from './page-messages.js';
import { accountRefusalMessages } from './refusal-messages.js';
import { secondFactorMessages } from './second-factor-messages.js';
import { signInEmailMessages } from './sign-in-email-messages.js';

/** All texts of the module, in both languages. */
export const accountMessages = {
  ...accountAuditMessages,
  ...accountRefusalMessages,
  ...administrationMessages,
  ...accountPageMessages,
  ...signInEmailMessages,
  ...secondFactorMessages,
};
