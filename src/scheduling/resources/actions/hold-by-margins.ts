import { In } from 'typeorm';
import type { Transaction } from '../../../platform/index.js';
import { SessionHold } from '../../core/index.js';
import { roomHolds } from '../data/room-holds.js';
import { heldBy, type Margins } from '../domain/room-margins.js';

/**
 * Applies new margins to the sessions ahead of a room that the transaction has locked. Returns how many are too close
 * to another session for that.
 */
export async function holdByMargins(tx: Transaction, roomId: string, margins: Margins): Promise<number> {
  const { changed, tooClose } = heldBy(margins, await roomHolds(tx.query, roomId, tx.now));
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
