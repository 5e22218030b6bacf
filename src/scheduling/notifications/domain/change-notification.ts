import { dayOf } from '../../../platform/clock.js';
import { leadOf, type Named, type SessionSlot } from '../../core/domain/index.js';

/** A session of a bulletin: as people last knew it, and as it stands. Null: not at all, or no more. */
export interface NotifiedChange {
  readonly sessionId: string;
  readonly number: number;
  readonly cohort: { readonly id: string; readonly code: string; readonly state: string; readonly title: Named };
  readonly before: SessionSlot | null;
  readonly after: SessionSlot | null;
  /** Why it was cancelled. */
  readonly reason: string | null;
}

/** A session as one person sees it. */
export interface SeenSlot {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly roomId: string | null;
  /** Instructors, the lead first; a trainee is told the lead alone. */
  readonly people: readonly string[];
}

export type NotifiedPart = 'time' | 'room' | 'people';
export const NOTIFIED_PARTS: readonly NotifiedPart[] = ['time', 'room', 'people'];

/** What one person is told of one session: `left` is an instructor's, whose session stands without them. */
export interface ChangeNotification {
  readonly kind: 'added' | 'moved' | 'cancelled' | 'left';
  readonly change: NotifiedChange;
  /** Null for a trainee. */
  readonly instructorId: string | null;
  readonly was: SeenSlot | null;
  readonly is: SeenSlot | null;
  /** Of a moved session: what is not as it was. */
  readonly differs: readonly NotifiedPart[];
}

/** What a change is to one person; null where, for them, it came back to where it was or never was theirs. */
export function changeNotificationOf(change: NotifiedChange, instructorId: string | null): ChangeNotification | null {
  const was = seenBy(change.before, instructorId);
  const is = seenBy(change.after, instructorId);
  const told = (kind: ChangeNotification['kind'], differs: readonly NotifiedPart[] = []): ChangeNotification => ({
    kind,
    change,
    instructorId,
    was,
    is,
    differs,
  });
  if (was === null) return is === null ? null : told('added');
  if (is === null) return told(change.after === null ? 'cancelled' : 'left');
  const differs = NOTIFIED_PARTS.filter((part) => partOf(was, part) !== partOf(is, part));
  return differs.length === 0 ? null : told('moved', differs);
}

/** An instructor is asked whether they can for what is new to them and for every new time. */
export function asksForAnAnswer({ kind, instructorId, differs }: ChangeNotification): boolean {
  return instructorId !== null && (kind === 'added' || (kind === 'moved' && differs.includes('time')));
}

/** What is over, as it was and as it is, nobody need be told any more. */
export function isStillAhead({ was, is }: ChangeNotification, now: number): boolean {
  return Math.max(was?.endsAt ?? 0, is?.endsAt ?? 0) > now;
}

export function staysOnItsDay({ was, is }: ChangeNotification): boolean {
  return was !== null && is !== null && dayOf(was.startsAt) === dayOf(is.startsAt);
}

/**
 * What concerns one cohort and was said to one person in one capacity, together:
 * by code, then by the sessions' numbers.
 */
export function byCohort(changeNotifications: readonly ChangeNotification[]): (readonly ChangeNotification[])[] {
  const groups = new Map<string, ChangeNotification[]>();
  const inOrder = [...changeNotifications].sort(
    (one, other) =>
      compare(one.change.cohort.code, other.change.cohort.code) || one.change.number - other.change.number,
  );
  for (const one of inOrder) {
    const key = `${one.change.cohort.id} ${one.instructorId ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

/** Numbers in order, three or more neighbours as one span: 1, 2, 3, 5 are 1–3 and 5. */
export function spansOfNumbers(numbers: readonly number[]): (readonly [number, number])[] {
  const spans: [number, number][] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else spans.push([number, number]);
  }
  return spans.flatMap(([from, until]) =>
    until === from + 1 ? [[from, from] as const, [until, until] as const] : [[from, until] as const],
  );
}

function seenBy(place: SessionSlot | null, instructorId: string | null): SeenSlot | null {
  if (place === null) return null;
  const { startsAt, endsAt, roomId, instructors } = place;
  const lead = leadOf(instructors);
  if (instructorId === null) return { startsAt, endsAt, roomId, people: lead === null ? [] : [lead] };
  const ids = instructors.map((one) => one.instructorId);
  if (!ids.includes(instructorId)) return null;
  return {
    startsAt,
    endsAt,
    roomId,
    people: [...ids].sort((a, b) => Number(b === lead) - Number(a === lead) || compare(a, b)),
  };
}

function partOf({ startsAt, endsAt, roomId, people }: SeenSlot, part: NotifiedPart): string {
  return part === 'time' ? `${startsAt} ${endsAt}` : part === 'room' ? (roomId ?? '') : people.join(' ');
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
