import { coreAuditMessages } from './audit-messages.js';
import { coreRefusalMessages } from './refusal-messages.js';

export const coreMessages = {
  ...coreRefusalMessages,
  ...coreAuditMessages,
};
