import { type CalendarEvent, type CalendarPerson, calendarText } from './calendar-text.js';

/** A session as one person's calendar is told of it; its state says which method tells it. */
export type InvitedEvent = Omit<CalendarEvent, 'organizer' | 'attendees'>;

export interface Invitation {
  /** Whom the email comes from: calendars trust an invitation only from its organizer. */
  readonly organizer: CalendarPerson;
  /** Whom the email goes to. */
  readonly attendee: CalendarPerson;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly prodId: string;
}

/** An iCalendar text with its method, as an email carries it. */
export interface InvitationPart {
  readonly method: 'REQUEST' | 'CANCEL';
  readonly text: string;
}

/**
 * What a letter carries for one person's calendar (RFC 5546): a REQUEST for each session that is new or has changed, a
 * CANCEL for each that is cancelled or that the person leaves, by start. One part a session, for a part may hold one
 * UID; of a session named more than once the highest sequence is told.
 */
export function invitationParts(
  events: readonly InvitedEvent[],
  { organizer, attendee, now, prodId }: Invitation,
): InvitationPart[] {
  return latest(events)
    .sort((one, other) => one.startsAt - other.startsAt || one.uid.localeCompare(other.uid, 'en'))
    .map((event) => {
      const method = event.status === 'cancelled' || event.leaves ? 'CANCEL' : 'REQUEST';
      return {
        method,
        text: calendarText({ name: '', prodId, now, method, events: [{ ...event, organizer, attendees: [attendee] }] }),
      };
    });
}

function latest(events: readonly InvitedEvent[]): InvitedEvent[] {
  const told = new Map<string, InvitedEvent>();
  for (const event of events) if (event.sequence >= (told.get(event.uid)?.sequence ?? 0)) told.set(event.uid, event);
  return [...told.values()];
}
