import type { SessionChange, SessionSlot } from '../../core/domain/index.js';

/** A line of a plan. */
export interface Planned {
  readonly kind: SessionChange['kind'];
  readonly cohortId: string;
  readonly sessionId: string | null;
  readonly seenSequence: number | null;
  readonly wanted: SessionSlot | null;
  readonly reason: string | null;
}

/** A line of a plan as a change of the timetable. @throws Error for a line that the tables do not allow. */
export function changeOf({ kind, cohortId, sessionId, seenSequence, wanted, reason }: Planned): SessionChange {
  if (kind === 'cancel' && sessionId !== null) return { kind, sessionId, seenSequence, reason: reason ?? '' };
  if (kind === 'restore' && sessionId !== null) return { kind, sessionId, seenSequence, place: wanted };
  if (kind === 'move' && sessionId !== null && wanted) return { kind, sessionId, seenSequence, place: wanted };
  if (kind === 'place' && wanted) return { kind, cohortId, place: wanted };
  throw new Error(`A planned ${kind} lacks its session or its place`);
}
