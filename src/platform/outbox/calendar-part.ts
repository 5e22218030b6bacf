export const CALENDAR_METHODS = ['REQUEST', 'CANCEL', 'PUBLISH'] as const;
/** What a calendar program should do with a part (RFC 5546): the same value as in the part's METHOD. */
export type CalendarPartMethod = (typeof CALENDAR_METHODS)[number];

/** An iCalendar text that an email carries. One event per part: RFC 5546 forbids more in a REQUEST. */
export interface CalendarPart {
  readonly method: CalendarPartMethod;
  readonly text: string;
}

/** A part's file name as an attachment, counted from 1. */
export const calendarPartName = (number: number): string => `invite-${number}.ics`;

export const calendarPartType = ({ method }: CalendarPart): string => `text/calendar; method=${method}; charset=UTF-8`;
