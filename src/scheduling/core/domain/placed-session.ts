import { A_MINUTE } from '../../../platform/durations.js';

/** What one session holds alone while it lasts. */
export type Resource = 'room' | 'instructor' | 'cohort';

/** Epoch milliseconds; the end is not part of it. */
export interface Span {
  readonly startsAt: number;
  readonly endsAt: number;
}

/** A name in both languages of the academy. */
export interface Named {
  readonly zh: string;
  readonly en: string;
}

export const TEACHING_ROLES = ['lead', 'assistant', 'examiner'] as const;
export type TeachingRole = (typeof TEACHING_ROLES)[number];

export interface Teaching {
  readonly instructorId: string;
  readonly role: TeachingRole;
}

/** So many seats of a licence or cloud-lab pool. */
export interface LicenceNeed {
  readonly poolId: string;
  readonly seats: number;
}

/** When, where, by whom and with what a session is held: what a person decides, and what is kept of it. */
export interface SessionSlot extends Span {
  readonly roomId: string | null;
  readonly instructors: readonly Teaching[];
  readonly licences: readonly LicenceNeed[];
}

/** Where a session of a cohort would stand. */
export interface ProposedSlot extends SessionSlot {
  /** Null for a session that does not exist yet. */
  readonly id: string | null;
  readonly cohortId: string;
  /** Minutes that the room is held before and after. */
  readonly setUp: number;
  readonly clearAway: number;
}

/** A session of the timetable, with what names it to a person. Cancelled sessions hold nothing: leave them out. */
export interface PlacedSession extends ProposedSlot {
  readonly id: string;
  readonly number: number;
  readonly cohortCode: string;
  readonly courseId: string;
  /** The cohort's capacity: how many the room must seat. */
  readonly seatsNeeded: number;
  readonly roomName: Named | null;
  readonly instructorNames: readonly Named[];
}

export interface ResourceHeld extends Span {
  readonly resource: Resource;
  readonly resourceId: string;
}

/** What a session holds alone, and for how long; the order is the order in which clashes are told. */
export function resourcesOf(placing: ProposedSlot): ResourceHeld[] {
  const { startsAt, endsAt, roomId } = placing;
  const during = { startsAt, endsAt };
  const held: ResourceHeld[] = [];
  if (roomId !== null)
    held.push({
      resource: 'room',
      resourceId: roomId,
      startsAt: startsAt - placing.setUp * A_MINUTE,
      endsAt: endsAt + placing.clearAway * A_MINUTE,
    });
  for (const { instructorId } of placing.instructors)
    held.push({ resource: 'instructor', resourceId: instructorId, ...during });
  held.push({ resource: 'cohort', resourceId: placing.cohortId, ...during });
  return held;
}

/** Whether two spans share time; one that begins as the other ends does not. */
export function overlaps(one: Span, other: Span): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt;
}

/** A session that already holds what another wants, and for which span. */
export interface Clash {
  readonly resource: Resource;
  readonly resourceId: string;
  readonly other: PlacedSession;
  readonly overlap: Span;
}

/** Two sessions of a term that hold the same at once; `first` is the one that begins first. */
export interface TermClash {
  readonly resource: Resource;
  readonly resourceId: string;
  readonly first: PlacedSession;
  readonly second: PlacedSession;
  readonly overlap: Span;
}

export function leadOf(instructors: readonly Teaching[]): string | null {
  return instructors.find(({ role }) => role === 'lead')?.instructorId ?? null;
}

/** The plain case: one instructor who leads, or nobody yet. */
export function ledBy(instructorId: string | null): Teaching[] {
  return instructorId === null ? [] : [{ instructorId, role: 'lead' }];
}
