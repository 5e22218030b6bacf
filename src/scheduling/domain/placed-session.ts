export type Resource = 'room' | 'instructor' | 'cohort';

/** Where a session would stand. Instants in epoch milliseconds; a session ends after it starts. */
export interface Placing {
  /** Null for a session that does not exist yet. */
  readonly id: string | null;
  readonly cohortId: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly roomId: string | null;
  readonly instructorId: string | null;
}

/** A name in both languages of the academy. */
export interface Named {
  readonly zh: string;
  readonly en: string;
}

/** A session of the timetable, with what names it to a person. Cancelled sessions hold nothing: leave them out. */
export interface PlacedSession extends Placing {
  readonly id: string;
  readonly number: number;
  readonly cohortCode: string;
  readonly roomName: Named | null;
  readonly instructorName: Named | null;
}

export interface ResourceHeld {
  readonly resource: Resource;
  readonly resourceId: string;
}

/** What a session holds while it lasts; the order is the order in which clashes are told. */
export function resourcesOf(placing: Placing): ResourceHeld[] {
  const held: ResourceHeld[] = [];
  if (placing.roomId !== null) held.push({ resource: 'room', resourceId: placing.roomId });
  if (placing.instructorId !== null) held.push({ resource: 'instructor', resourceId: placing.instructorId });
  held.push({ resource: 'cohort', resourceId: placing.cohortId });
  return held;
}

/** Whether two spans share time; one that begins as the other ends does not. */
export function overlaps(one: Span, other: Span): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt;
}

/** Epoch milliseconds; the end is not part of it. */
export interface Span {
  readonly startsAt: number;
  readonly endsAt: number;
}

/** A session that already holds what another wants, and for which span. */
export interface Clash extends ResourceHeld {
  readonly other: PlacedSession;
  readonly overlap: Span;
}

/** Two sessions of a term that hold the same at once; `first` is the one that begins first. */
export interface TermClash extends ResourceHeld {
  readonly first: PlacedSession;
  readonly second: PlacedSession;
  readonly overlap: Span;
}
