import sql from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';
import { LONGEST_HOLD, LONGEST_SESSION, type Span } from '../../core/index.js';

/** Cohort data for the grid. */
export interface CohortInGrid {
  readonly id: string;
  readonly code: string;
  readonly delivery: string;
  readonly track: string;
}

export function cohortsMeeting(query: QueryFunction, { startsAt, endsAt }: Span): Promise<CohortInGrid[]> {
  return query<CohortInGrid>(sql`
    SELECT c.id AS "id", c.code AS "code", c.delivery AS "delivery", t.code AS "track"
    FROM cohort c JOIN course u ON u.id = c.course_id JOIN track t ON t.id = u.track_id
    WHERE c.id IN (SELECT cohort_id FROM session WHERE starts_at > ${startsAt - LONGEST_SESSION} AND starts_at < ${endsAt} AND ends_at > ${startsAt}) ORDER BY c.code`);
}

export interface TrackName {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

export function tracksNamed(query: QueryFunction): Promise<TrackName[]> {
  return query<TrackName>(
    sql`SELECT code AS "code", name_zh AS "nameZh", name_en AS "nameEn" FROM track ORDER BY position, code`,
  );
}

interface Hold {
  readonly sessionId: string;
  readonly holderId: string;
  readonly heldFrom: number;
  readonly heldUntil: number;
}

/**
 * Sessions in a span that share a room, instructor or cohort with another at the same time, including set-up and
 * clear-away.
 */
export async function doubleBookedIn(query: QueryFunction, { startsAt, endsAt }: Span): Promise<Set<string>> {
  const holds = await query<Hold>(sql`
    SELECT session_id AS "sessionId", holder_id AS "holderId", held_from AS "heldFrom", held_until AS "heldUntil" FROM session_hold
    WHERE kind <> 'pool' AND held_from > ${startsAt - LONGEST_HOLD} AND held_from < ${endsAt} AND held_until > ${startsAt} ORDER BY holder_id, held_from, held_until`);
  const doubled = new Set<string>();
  let last = holds[0];
  for (const hold of holds.slice(1)) {
    const isSame = last?.holderId === hold.holderId;
    if (last && isSame && hold.heldFrom < last.heldUntil) doubled.add(last.sessionId).add(hold.sessionId);
    if (!last || !isSame || hold.heldUntil > last.heldUntil) last = hold;
  }
  return doubled;
}
