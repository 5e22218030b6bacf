import sql from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';
import { isNotCancelled, LONGEST_HOLD } from '../../core/index.js';
import type { HeldSession } from '../domain/room-margins.js';

/**
 * Holds of a room by sessions that are not over, by start. Holds of sessions that have begun or are double booked are
 * fixed.
 */
export async function roomHolds(query: QueryFunction, roomId: string, now: number): Promise<HeldSession[]> {
  const rows = await query<Omit<HeldSession, 'fixed'> & { overridden: number }>(sql`
    SELECT s.id AS "id", s.starts_at AS "startsAt", s.ends_at AS "endsAt", h.held_from AS "heldFrom", h.held_until AS "heldUntil", h.overridden AS "overridden"
    FROM session_hold h JOIN session s ON s.id = h.session_id
    WHERE h.kind = 'room' AND h.holder_id = ${roomId} AND h.held_from > ${now - LONGEST_HOLD} AND ${isNotCancelled('s')} ORDER BY s.starts_at, s.id`);
  return rows.map(({ overridden, ...row }) => ({ ...row, fixed: row.startsAt <= now || Number(overridden) === 1 }));
}
