import { reportingAuditMessages } from './audit-messages.js';
import { homeMessages } from './home-messages.js';
import { licenceReportMessages } from './licence-report-messages.js';
import { outputMessages } from './output-messages.js';
import { reportingRefusalMessages } from './refusal-messages.js';
import { tasksMessages } from './tasks-messages.js';
import { todayMessages } from './today-messages.js';
import { trainingMessages } from './training-messages.js';

/** All texts of the module, in both languages. */
export const reportingMessages = {
  ...reportingAuditMessages,
  ...reportingRefusalMessages,
  ...outputMessages,
  ...tasksMessages,
  ...todayMessages,
  ...homeMessages,
  ...trainingMessages,
  ...licenceReportMessages,
};
