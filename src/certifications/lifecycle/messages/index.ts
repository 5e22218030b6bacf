import { lifecycleAuditMessages } from './audit-messages.js';
import { batchMessages } from './batch-messages.js';
import { lifecyclePageMessages } from './lifecycle-page-messages.js';
import { lifecycleRefusalMessages } from './refusal-messages.js';
import { renewalMessages } from './renewal-messages.js';

/** All texts of lifecycle, in both languages. */
export const lifecycleMessages = {
  ...batchMessages,
  ...lifecyclePageMessages,
  ...lifecycleRefusalMessages,
  ...renewalMessages,
  ...lifecycleAuditMessages,
};
