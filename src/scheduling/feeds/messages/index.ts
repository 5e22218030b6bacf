import { feedAuditMessages } from './audit-messages.js';
import { feedPageMessages } from './feeds-messages.js';

/** Everything that feeds says, in both languages. */
export const feedMessages = {
  ...feedPageMessages,
  ...feedAuditMessages,
};
