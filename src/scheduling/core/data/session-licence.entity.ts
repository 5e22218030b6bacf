import { Check, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { WholeColumn } from '../../../platform/index.js';

/** Seats of a pool that a session needs. Kept when the session is cancelled, for its restoration. */
@Entity('session_licence')
@Check('ck_session_licence_seats', '"seats" >= 1')
@ForeignKey('session', ['sessionId'], ['id'])
@ForeignKey('licence_pool', ['poolId'], ['id'])
@Index('ix_session_licence_pool_id', ['poolId'])
export class SessionLicence {
  @PrimaryColumn({ type: 'uuid' }) sessionId!: string;
  @PrimaryColumn({ type: 'uuid' }) poolId!: string;
  @WholeColumn() seats!: number;
}
