import { enrolmentAuditMessages } from './audit-messages.js';
import { catalogueMessages } from './catalogue-messages.js';
import { enrolmentEmailMessages } from './email-messages.js';
import { enrolmentPageMessages } from './page-messages.js';
import { enrolmentRefusalMessages } from './refusal-messages.js';
import { rosterMessages } from './roster-messages.js';

/** All texts of the module, in both languages. */
export const enrolmentMessages = {
  ...enrolmentAuditMessages,
  ...enrolmentRefusalMessages,
  ...enrolmentEmailMessages,
  ...enrolmentPageMessages,
  ...catalogueMessages,
  ...rosterMessages,
};
