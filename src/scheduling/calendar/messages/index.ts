import { calendarAuditMessages } from './audit-messages.js';
import { calendarRefusalMessages } from './refusal-messages.js';
import { calendarPageMessages } from './calendar-messages.js';
import { calendarYearMessages } from './calendar-year-messages.js';

/** Everything that calendar says, in both languages. */
export const calendarMessages = {
  ...calendarRefusalMessages,
  ...calendarPageMessages,
  ...calendarYearMessages,
  ...calendarAuditMessages,
};
