import { attendanceAuditMessages } from './audit-messages.js';
import { attendancePageMessages } from './page-messages.js';
import { attendanceRefusalMessages } from './refusal-messages.js';

/** All texts of the module, in both languages. */
export const attendanceMessages = {
  ...attendanceAuditMessages,
  ...attendanceRefusalMessages,
  ...attendancePageMessages,
};
