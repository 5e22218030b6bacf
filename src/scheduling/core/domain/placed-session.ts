import { A_MINUTE } from '../../../platform/durations.js';

/** Resources that a session holds exclusively. */
export type Resource = 'room' | 'instructor' | 'cohort';

/** Epoch milliseconds; end exclusive. */
export interface Span {
  readonly startsAt: number;
  readonly endsAt: number;
}

export interface BilingualName {
  readonly zh: string;
  readonly en: string;
}

export const TEACHING_ROLES = ['lead', 'assistant', 'examiner'] as const;
export type TeachingRole = (typeof TEACHING_ROLES)[number];

export interface Teaching {
  readonly instructorId: string;
  readonly role: TeachingRole;
}

/** Seats of a licence or cloud-lab pool. */
export interface LicenceNeed {
  readonly poolId: string;
  readonly seats: number;
}

/** Time, room, instructors and licences of a session. */
export interface SessionSlot extends Span {
  readonly roomId: string | null;
  readonly instructors: readonly Teaching[];
  readonly licences: readonly LicenceNeed[];
}

/** A proposed slot of a session. */
export interface ProposedSlot extends SessionSlot {
  /** Null for a session that does not exist yet. */
  readonly id: string | null;
  readonly cohortId: string;
  /** Minutes for which the room is held before and after. */
  readonly setUp: number;
  readonly clearAway: number;
}

/** A session of the timetable with its labels. Must not be cancelled: cancelled sessions hold nothing. */
export interface PlacedSession extends ProposedSlot {
  readonly id: string;
  readonly number: number;
  readonly cohortCode: string;
  readonly courseId: string;
  /** The cohort's capacity: seats that the room must have. */
  readonly seatsNeeded: number;
  readonly roomName: BilingualName | null;
  readonly instructorNames: readonly BilingualName[];
}

export interface HeldResource extends Span {
  readonly resource: Resource;
  readonly resourceId: string;
}

/** Exclusive resources of a session and their spans, in the order in which clashes are reported. */
export function resourcesOf(proposed: ProposedSlot): HeldResource[] {
  const { startsAt, endsAt, roomId } = proposed;
  const during = { startsAt, endsAt };
  const held: HeldResource[] = [];
  if (roomId !== null)
    held.push({
      resource: 'room',
      resourceId: roomId,
      startsAt: startsAt - proposed.setUp * A_MINUTE,
      endsAt: endsAt + proposed.clearAway * A_MINUTE,
    });
  for (const { instructorId } of proposed.instructors)
    held.push({ resource: 'instructor', resourceId: instructorId, ...during });
  held.push({ resource: 'cohort', resourceId: proposed.cohortId, ...during });
  return held;
}

/** Whether two spans overlap; adjacent spans do not. */
export function overlaps(one: Span, other: Span): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt;
}

/** A session that already holds a requested resource, and its span. */
export interface Clash {
  readonly resource: Resource;
  readonly resourceId: string;
  readonly other: PlacedSession;
  readonly overlap: Span;
}

/** Two sessions that hold the same resource at once; `first` begins earlier. */
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

/** One lead instructor, or none yet. */
export function ledBy(instructorId: string | null): Teaching[] {
  return instructorId === null ? [] : [{ instructorId, role: 'lead' }];
}
