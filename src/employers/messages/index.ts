import { accessMessages } from './access-messages.js';
import { employerAuditMessages } from './audit-messages.js';
import { employerPageMessages } from './page-messages.js';
import { employerRefusalMessages } from './refusal-messages.js';

/** All texts of the module, in both languages. */
export const employerMessages = {
  ...employerAuditMessages,
  ...employerRefusalMessages,
  ...accessMessages,
  ...employerPageMessages,
};
