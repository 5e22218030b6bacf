import { sessionAuditMessages } from './audit-messages.js';
import { clashMessages } from './clashes-messages.js';
import { sessionPageMessages } from './sessions-messages.js';
import { timetableMessages } from './timetable-messages.js';
import { sessionCancellationMessages } from './cancellation-messages.js';
import { teachingMessages } from './teaching-messages.js';

export const sessionMessages = {
  ...clashMessages,
  ...sessionPageMessages,
  ...sessionCancellationMessages,
  ...teachingMessages,
  ...timetableMessages,
  ...sessionAuditMessages,
};
