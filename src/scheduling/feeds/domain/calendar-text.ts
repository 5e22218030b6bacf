import { ACADEMY_ZONE } from '../../../platform/clock.js';
import { escapedText, folded, quotedParameter, utcStamp } from './content-line.js';

export type EventStatus = 'tentative' | 'confirmed' | 'cancelled';

/**
 * RFC 5546. Absent in a feed. Invitations start with REQUEST because some calendars do not cancel events received by
 * PUBLISH.
 */
export type CalendarMethod = 'PUBLISH' | 'REQUEST' | 'CANCEL';

export interface CalendarPerson {
  readonly name: string;
  readonly email: string;
  /** RSVP of an attendee; default true. */
  readonly rsvp?: boolean;
}

export interface CalendarEvent {
  /** Stable and globally unique: `<session id>@<host>`. */
  readonly uid: string;
  /** Raised with every change; otherwise calendars ignore the update. */
  readonly sequence: number;
  /** Epoch milliseconds, as all instants here. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly changedAt: number;
  readonly summary: string;
  /** Cancelled sessions stay in the feed; if they were left out, calendars would keep the old event. */
  readonly status: EventStatus;
  /** In a CANCEL for attendees who leave while the event continues: no STATUS (RFC 5546, 3.2.5). */
  readonly leaves?: boolean;
  readonly description?: string | null;
  readonly location?: string | null;
  /** An absolute http(s) address. */
  readonly url?: string | null;
  readonly organizer?: CalendarPerson | null;
  readonly attendees?: readonly CalendarPerson[];
}

export interface Calendar {
  readonly name: string;
  /** `-//Academy//Timetable//EN` */
  readonly prodId: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly events: readonly CalendarEvent[];
  readonly method?: CalendarMethod | null;
  /** Refresh interval for subscribers, in whole hours. */
  readonly refreshHours?: number;
}

/**
 * An iCalendar text (RFC 5545): CRLF, folded at 75 octets, every instant in UTC. A feed without a method depends on its
 * events alone, not on `now`, so an unchanged feed is the same bytes and may be answered by 304.
 */
export function calendarText({ name, prodId, now, events, method = null, refreshHours = 1 }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${escapedText(prodId)}`,
    'CALSCALE:GREGORIAN',
    ...(method === null ? feedLines(name, refreshHours) : [`METHOD:${method}`]),
    // The grammar requires at least one component, so an empty feed contains its time zone.
    ...(events.length === 0 ? ZONE_LINES : []),
    ...events.flatMap((event) => eventLines(event, { method, stampedAt: method === null ? event.changedAt : now })),
    'END:VCALENDAR',
  ];
  return lines.map(folded).join('');
}

function feedLines(name: string, refreshHours: number): string[] {
  return [
    `X-WR-CALNAME:${escapedText(name)}`,
    `X-WR-TIMEZONE:${ACADEMY_ZONE}`,
    `REFRESH-INTERVAL;VALUE=DURATION:PT${refreshHours}H`,
    `X-PUBLISHED-TTL:PT${refreshHours}H`,
  ];
}

// RFC 5545, 3.8.7.2: DTSTAMP is the last change without a METHOD, the creation of the message with one.
function eventLines(
  event: CalendarEvent,
  { method, stampedAt }: { method: CalendarMethod | null; stampedAt: number },
): string[] {
  const answers = ({ rsvp = true }: CalendarPerson) =>
    method === 'CANCEL' ? '' : `;PARTSTAT=NEEDS-ACTION;RSVP=${rsvp ? 'TRUE' : 'FALSE'}`;
  return [
    'BEGIN:VEVENT',
    `UID:${escapedText(event.uid)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${utcStamp(stampedAt)}`,
    `LAST-MODIFIED:${utcStamp(event.changedAt)}`,
    `DTSTART:${utcStamp(event.startsAt)}`,
    `DTEND:${utcStamp(event.endsAt)}`,
    `SUMMARY:${escapedText(event.summary)}`,
    ...optional('DESCRIPTION', event.description),
    ...optional('LOCATION', event.location),
    ...(event.url ? [`URL:${new URL(event.url).href}`] : []),
    ...(event.leaves ? [] : [`STATUS:${event.status.toUpperCase()}`]),
    `TRANSP:${event.status === 'cancelled' || event.leaves ? 'TRANSPARENT' : 'OPAQUE'}`,
    ...(event.organizer ? [`ORGANIZER;${address(event.organizer)}`] : []),
    ...(event.attendees ?? []).map((person) => `ATTENDEE;ROLE=REQ-PARTICIPANT${answers(person)};${address(person)}`),
    'END:VEVENT',
  ];
}

function optional(property: string, text: string | null | undefined): string[] {
  return text ? [`${property}:${escapedText(text)}`] : [];
}

function address({ name, email }: CalendarPerson): string {
  return `CN=${quotedParameter(name)}:mailto:${email.replace(/[\p{Cc}\s]/gu, '')}`;
}

const ZONE_LINES = [
  'BEGIN:VTIMEZONE',
  `TZID:${ACADEMY_ZONE}`,
  'BEGIN:STANDARD',
  'DTSTART:19910915T020000',
  'TZOFFSETFROM:+0900',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
];
