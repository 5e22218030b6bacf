import { lifecycleAuditMessages } from './audit-messages.js';
import { batchMessages } from './batch-messages.js';
import { lifeMessages } from './life-messages.js';
import { lifecycleRefusalMessages } from './refusal-messages.js';
import { renewalMessages } from './renewal-messages.js';

/** Everything that lifecycle says, in both languages. */
export const lifecycleMessages = {
  ...batchMessages,
  ...lifeMessages,
  ...lifecycleRefusalMessages,
  ...renewalMessages,
  ...lifecycleAuditMessages,
};
