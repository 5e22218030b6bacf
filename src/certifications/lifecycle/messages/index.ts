import { lifecycleAuditWords } from './audit-words.js';
import { batchWords } from './batch-words.js';
import { lifeWords } from './life-words.js';
import { lifecycleRefusalWords } from './refusal-words.js';
import { renewalWords } from './renewal-words.js';

/** Everything that lifecycle says, in both languages. */
export const lifecycleMessages = {
  ...batchWords,
  ...lifeWords,
  ...lifecycleRefusalWords,
  ...renewalWords,
  ...lifecycleAuditWords,
};
