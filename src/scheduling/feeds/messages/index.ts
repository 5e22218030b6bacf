import { feedAuditMessages } from './audit-messages.js';
import { feedPageMessages } from './feeds-messages.js';

export const feedMessages = {
  ...feedPageMessages,
  ...feedAuditMessages,
};
