import { traineeAuditMessages } from './audit-messages.js';
import { importMessages } from './import-messages.js';
import { traineePageMessages } from './page-messages.js';
import { traineeRefusalMessages } from './refusal-messages.js';

/** All texts of the module, in both languages. */
export const traineeMessages = {
  ...traineeAuditMessages,
  ...traineeRefusalMessages,
  ...importMessages,
  ...traineePageMessages,
};
