import { type CalendarEvent, type CalendarPerson, calendarText } from './calendar-text.js';

/** An event in an invitation to one person; its state decides the method. */
export type InvitedEvent = Omit<CalendarEvent, 'organizer' | 'attendees'>;

export interface Invitation {
  /** The sender of the email: calendars trust an invitation only from its organizer. */
  readonly organizer: CalendarPerson;
  /** The recipient of the email. */
  readonly attendee: CalendarPerson;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly prodId: string;
}

/** An iCalendar attachment with its method. */
export interface InvitationPart {
  readonly method: 'REQUEST' | 'CANCEL';
  readonly text: string;
}

/**
 * The calendar parts of an email to one person (RFC 5546), by start: a REQUEST for each new or changed session, a
 * CANCEL for each session that is cancelled or that the person leaves. One part per session, because a part may contain
 * one UID only; of duplicates the highest sequence wins.
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
  const latest = new Map<string, InvitedEvent>();
  for (const event of events)
    if (event.sequence >= (latest.get(event.uid)?.sequence ?? 0)) latest.set(event.uid, event);
  return [...latest.values()];
}
