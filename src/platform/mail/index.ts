export { type CalendarPart, CALENDAR_METHODS, type CalendarPartMethod, calendarPartName, calendarPartType } from './calendar-part.js';
export type { Letter } from './letter.js';
export { OUTBOX_STATES, OutboxMessage, type OutboxState } from './outbox-message.entity.js';
export { DELIVERY, PostOffice } from './post-office.js';
export { sendAgain } from './send-again.js';
