import { cohortAuditMessages } from './audit-messages.js';
import { cohortCancellationMessages } from './cancellation-messages.js';
import { cohortDecisionMessages } from './decision-messages.js';
import { cohortHistoryMessages } from './history-messages.js';
import { cohortPageMessages } from './page-messages.js';
import { cohortRefusalMessages } from './refusal-messages.js';

/** All texts of the module, in both languages. */
export const cohortMessages = {
  ...cohortAuditMessages,
  ...cohortRefusalMessages,
  ...cohortPageMessages,
  ...cohortDecisionMessages,
  ...cohortCancellationMessages,
  ...cohortHistoryMessages,
};
