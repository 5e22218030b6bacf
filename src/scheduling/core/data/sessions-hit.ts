import { type QueryFunction, dayOf, daysAfter, fingerprint, instantOf, type Refusal } from '../../../platform/index.js';
import { findingsOf } from '../domain/findings.js';
import type { TimetableRefusalCode } from '../domain/refusals.js';
import type { OwnedBy } from './availability.entity.js';
import { slotOfRow } from './change-facts.js';
import { timetableIn } from './placed-sessions.js';
import { type SessionRow, sessionFilter } from './timetable-queries.js';

/** A session ahead that is no longer possible because of its room or instructor, with the refusals. */
export interface SessionHit {
  readonly session: SessionRow;
  readonly reasons: readonly Refusal<TimetableRefusalCode>[];
}

/**
 * Sessions ahead that conflict with the current hours, closures, seats or margins of their room or instructor, by
 * start.
 */
export async function sessionsHit(query: QueryFunction, owner: OwnedBy, now: number): Promise<SessionHit[]> {
  const ahead = await sessionsAhead(query, owner, now);
  const [first, last] = [ahead[0], ahead.at(-1)];
  if (!first || !last) return [];
  const span = {
    startsAt: instantOf(daysAfter(dayOf(first.startsAt), -7), '00:00'),
    endsAt: instantOf(daysAfter(dayOf(last.endsAt), 8), '00:00'),
  };
  const timetable = await timetableIn(query, span, now);
  return ahead.flatMap((session) => {
    const reasons = findingsOf(timetable, { ...session, slot: slotOfRow(session) }, owner);
    return reasons.length === 0 ? [] : [{ session, reasons }];
  });
}

export async function sessionsAhead(query: QueryFunction, { kind, id }: OwnedBy, now: number): Promise<SessionRow[]> {
  const sessions = await sessionFilter(query, {
    from: now,
    ...(kind === 'room' ? { roomId: id } : { instructorId: id }),
  });
  return sessions.filter(({ state, startsAt }) => state === 'planned' && startsAt > now);
}

/** Fingerprint that proves that exactly these sessions were shown; `''` if there are none. */
export function hitsFingerprint(sessions: readonly { readonly id: string; readonly startsAt: number }[]): string {
  return sessions.length === 0
    ? ''
    : fingerprint(
        sessions
          .map(({ id, startsAt }) => `${id} ${startsAt}`)
          .sort()
          .join('\n'),
      ).slice(0, 20);
}
