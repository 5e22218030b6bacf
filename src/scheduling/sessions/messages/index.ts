import { sessionAuditWords } from './audit-words.js';
import { clashWords } from './words-of-clashes.js';
import { sessionWords } from './words-of-sessions.js';
import { timetableWords } from './words-of-timetable.js';
import { sessionCancellationMessages } from './cancellation-messages.js';
import { teachingMessages } from './teaching-messages.js';

/** Everything that sessions says, in both languages. */
export const sessionMessages = {
  ...clashWords,
  ...sessionWords,
  ...sessionCancellationMessages,
  ...teachingMessages,
  ...timetableWords,
  ...sessionAuditWords,
};
