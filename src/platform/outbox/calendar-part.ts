export const CALENDAR_METHODS = ['REQUEST', 'CANCEL', 'PUBLISH'] as const;
/** What a calendar shall do with a part (RFC 5546): the same word as in the part's own METHOD. */
export type CalendarPartMethod = (typeof CALENDAR_METHODS)[number];

/** An iCalendar text that an email carries. One part is about one event: RFC 5546 forbids more in a REQUEST. */
export interface CalendarPart {
  readonly method: CalendarPartMethod;
  readonly text: string;
}

/** What a part is called where it is a file, counted from 1. */
export const calendarPartName = (number: number): string => `invite-${number}.ics`;

export const calendarPartType = ({ method }: CalendarPart): string => `text/calendar; method=${method}; charset=UTF-8`;
