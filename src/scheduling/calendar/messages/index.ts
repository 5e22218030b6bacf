import { calendarAuditMessages } from './audit-messages.js';
import { calendarRefusalMessages } from './refusal-messages.js';
import { calendarPageMessages } from './calendar-messages.js';
import { calendarYearMessages } from './calendar-year-messages.js';

export const calendarMessages = {
  ...calendarRefusalMessages,
  ...calendarPageMessages,
  ...calendarYearMessages,
  ...calendarAuditMessages,
};
