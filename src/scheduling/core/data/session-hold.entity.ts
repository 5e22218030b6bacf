import { Check, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn, OneOfCheck, WholeColumn } from '../../../platform/index.js';
import { HOLD_EXCLUSION, HOLD_EXCLUSION_NAME, HOLD_KINDS, HOLD_LENGTH_CHECK, type HoldKind } from './double-booking.js';

/**
 * What a session holds and for how long. Written with every change of the session, deleted when it is cancelled.
 * Constraints of this table forbid double bookings of a room, instructor or cohort, and overuse of a pool.
 */
@Entity('session_hold')
@OneOfCheck('session_hold', 'kind', HOLD_KINDS)
@Check('ck_session_hold_length', HOLD_LENGTH_CHECK)
@Check('ck_session_hold_overridden', '"overridden" IN (0, 1)')
@Check('ck_session_hold_count', '"seats" >= 1')
@Exclusion(HOLD_EXCLUSION_NAME, HOLD_EXCLUSION)
@ForeignKey('session', ['sessionId'], ['id'])
@Index('ix_session_hold_holder_id_held_from', ['holderId', 'heldFrom'])
export class SessionHold {
  @PrimaryColumn({ type: 'uuid' }) sessionId!: string;
  @PrimaryColumn({ type: 'varchar', length: 40 }) kind!: HoldKind;
  /** The room, instructor, cohort or licence pool. */
  @PrimaryColumn({ type: 'uuid' }) holderId!: string;
  /** Epoch milliseconds; for a room including set-up and clear-away. */
  @InstantColumn() heldFrom!: number;
  @InstantColumn() heldUntil!: number;
  /** Seats of a pool; otherwise 1. */
  @WholeColumn({ default: 1 }) seats!: number;
  /** 1: a double booking from before this was forbidden. Never written any more; deleted when the clash is solved. */
  @WholeColumn({ default: 0 }) overridden!: number;
}
