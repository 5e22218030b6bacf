import type { SessionChange, SessionSlot } from '../../core/domain/index.js';

export interface ChangeToPlan {
  readonly kind: SessionChange['kind'];
  readonly cohortId: string;
  readonly sessionId: string | null;
  readonly seenSequence: number | null;
  readonly wanted: SessionSlot | null;
  readonly reason: string | null;
}

/**
 * Converts a planned change to a timetable change.
 * @throws Error for a combination that the table's constraints forbid
 */
export function changeOf({ kind, cohortId, sessionId, seenSequence, wanted, reason }: ChangeToPlan): SessionChange {
  if (kind === 'cancel' && sessionId !== null) return { kind, sessionId, seenSequence, reason: reason ?? '' };
  if (kind === 'restore' && sessionId !== null) return { kind, sessionId, seenSequence, slot: wanted };
  if (kind === 'move' && sessionId !== null && wanted) return { kind, sessionId, seenSequence, slot: wanted };
  if (kind === 'place' && wanted) return { kind, cohortId, slot: wanted };
  throw new Error(`A planned ${kind} lacks its session or its place`);
}
