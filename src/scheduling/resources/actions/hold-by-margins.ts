import sql from 'sql-template-tag';
import { In } from 'typeorm';
import type { Transaction } from '../../../platform/index.js';
import { LONGEST_HOLD, SessionHold } from '../../core/index.js';
import { heldBy, type HeldSession, type Margins } from '../domain/room-margins.js';

/**
 * Holds the sessions ahead of a room, which the transaction has locked, by other margins.
 * Answers how many stand too close to another for that.
 */
export async function holdByMargins(tx: Transaction, roomId: string, margins: Margins): Promise<number> {
  const rows = await tx.query<Omit<HeldSession, 'fixed'> & { overridden: number }>(sql`
    SELECT s.id AS "id", s.starts_at AS "startsAt", s.ends_at AS "endsAt", h.held_from AS "heldFrom", h.held_until AS "heldUntil", h.overridden AS "overridden"
    FROM session_hold h JOIN session s ON s.id = h.session_id
    WHERE h.kind = 'room' AND h.holder_id = ${roomId} AND h.held_from > ${tx.now - LONGEST_HOLD} AND s.state <> 'cancelled' ORDER BY s.starts_at, s.id`);
  const { changed, tooClose } = heldBy(
    margins,
    rows.map(({ overridden, ...row }) => ({ ...row, fixed: row.startsAt <= tx.now || Number(overridden) === 1 })),
  );
  if (changed.length > 0) {
    await tx.of(SessionHold).delete({ kind: 'room', holderId: roomId, sessionId: In(changed.map(({ id }) => id)) });
    await tx.of(SessionHold).insert(
      changed.map(({ id, heldFrom, heldUntil }): SessionHold => ({
        sessionId: id,
        kind: 'room',
        holderId: roomId,
        heldFrom,
        heldUntil,
        seats: 1,
        overridden: 0,
      })),
    );
  }
  return tooClose.length;
}
