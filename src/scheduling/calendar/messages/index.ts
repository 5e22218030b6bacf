import { calendarAuditWords } from './audit-words.js';
import { calendarRefusalWords } from './refusal-words.js';
import { calendarWords } from './words-of-calendar.js';
import { calendarYearMessages } from './calendar-year-messages.js';

/** Everything that calendar says, in both languages. */
export const calendarMessages = {
  ...calendarRefusalWords,
  ...calendarWords,
  ...calendarYearMessages,
  ...calendarAuditWords,
};
