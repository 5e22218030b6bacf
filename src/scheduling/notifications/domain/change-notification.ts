import { dayOf } from '../../../platform/clock.js';
import { leadOf, type BilingualName, type SessionSlot } from '../../core/domain/index.js';

/** A session of a bulletin, before and after. Null: new, or cancelled. */
export interface NotifiedChange {
  readonly sessionId: string;
  readonly number: number;
  readonly cohort: {
    readonly id: string;
    readonly code: string;
    readonly state: string;
    readonly title: BilingualName;
  };
  readonly before: SessionSlot | null;
  readonly after: SessionSlot | null;
  /** Reason of the cancellation. */
  readonly reason: string | null;
}

/** A session as one person sees it. */
export interface SeenSlot {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly roomId: string | null;
  /** Instructors, lead first; trainees see only the lead. */
  readonly people: readonly string[];
}

export type NotifiedPart = 'time' | 'room' | 'people';
export const NOTIFIED_PARTS: readonly NotifiedPart[] = ['time', 'room', 'people'];

/** A change of one session for one person. `left`: the session takes place without this instructor. */
export interface ChangeNotification {
  readonly kind: 'added' | 'moved' | 'cancelled' | 'left';
  readonly change: NotifiedChange;
  /** Null for a trainee. */
  readonly instructorId: string | null;
  readonly was: SeenSlot | null;
  readonly is: SeenSlot | null;
  /** For a moved session: the changed parts. */
  readonly differs: readonly NotifiedPart[];
}

/** A change as it affects one person; null if it does not affect them or was undone. */
export function changeNotificationOf(change: NotifiedChange, instructorId: string | null): ChangeNotification | null {
  const was = seenBy(change.before, instructorId);
  const is = seenBy(change.after, instructorId);
  const notification = (
    kind: ChangeNotification['kind'],
    differs: readonly NotifiedPart[] = [],
  ): ChangeNotification => ({
    kind,
    change,
    instructorId,
    was,
    is,
    differs,
  });
  if (was === null) return is === null ? null : notification('added');
  if (is === null) return notification(change.after === null ? 'cancelled' : 'left');
  const differs = NOTIFIED_PARTS.filter((part) => partOf(was, part) !== partOf(is, part));
  return differs.length === 0 ? null : notification('moved', differs);
}

/** Instructors are asked for an answer for new sessions and for new times. */
export function needsAnswer({ kind, instructorId, differs }: ChangeNotification): boolean {
  return instructorId !== null && (kind === 'added' || (kind === 'moved' && differs.includes('time')));
}

/** No notification if both the old and the new time are past. */
export function isStillAhead({ was, is }: ChangeNotification, now: number): boolean {
  return Math.max(was?.endsAt ?? 0, is?.endsAt ?? 0) > now;
}

export function staysOnItsDay({ was, is }: ChangeNotification): boolean {
  return was !== null && is !== null && dayOf(was.startsAt) === dayOf(is.startsAt);
}

/** Groups changes by cohort and capacity (trainee or instructor); sorted by code, then by session number. */
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

/** Sorted numbers, with three or more consecutive ones as a span: 1, 2, 3, 5 become 1–3 and 5. */
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

function seenBy(slot: SessionSlot | null, instructorId: string | null): SeenSlot | null {
  if (slot === null) return null;
  const { startsAt, endsAt, roomId, instructors } = slot;
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
