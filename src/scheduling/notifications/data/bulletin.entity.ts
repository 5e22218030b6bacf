import { Check, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import {
  ChoiceColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  LongTextColumn,
  OneOfCheck,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '../../../platform/index.js';
import type { SessionSlot } from '../../core/index.js';

export const BULLETIN_STATES = ['open', 'sent', 'dropped'] as const;
export type BulletinState = (typeof BULLETIN_STATES)[number];

/** Schedule changes that one coordinator made in one go; sent as one email per person. */
@Entity('bulletin')
@OneOfCheck('bulletin', 'state', BULLETIN_STATES)
@ForeignKey('account', ['openedBy'], ['id'])
@Index('ix_bulletin_state_touched_at', ['state', 'touchedAt'])
export class Bulletin {
  @IdColumn() id!: string;
  @RefColumn({ nullable: true }) openedBy!: string | null;
  @InstantColumn() openedAt!: number;
  /** Time of the last change; after a quiet period the bulletin is sent automatically. */
  @InstantColumn() touchedAt!: number;
  @ChoiceColumn() state!: BulletinState;
  @InstantColumn({ nullable: true }) closedAt!: number | null;
}

/** A session of a bulletin: its slot before the first change (null: new), and the current one (null: cancelled). */
@Entity('bulletin_change')
@ForeignKey('bulletin', ['bulletinId'], ['id'])
@ForeignKey('session', ['sessionId'], ['id'])
@Index('ux_bulletin_change_bulletin_id_session_id', ['bulletinId', 'sessionId'], { unique: true })
@Index('ix_bulletin_change_session_id', ['sessionId'])
export class BulletinChange {
  @IdColumn() id!: string;
  @RefColumn() bulletinId!: string;
  @RefColumn() sessionId!: string;
  @JsonColumn({ nullable: true }) before!: SessionSlot | null;
  @JsonColumn({ nullable: true }) after!: SessionSlot | null;
  @TextColumn(500, { nullable: true }) reason!: string | null;
  @InstantColumn() changedAt!: number;
}

/** A coordinator's edit or drop of one person's email. */
@Entity('bulletin_letter')
@Check('ck_bulletin_letter_dropped', '"dropped" IN (0, 1)')
@ForeignKey('bulletin', ['bulletinId'], ['id'])
export class BulletinEmail {
  @PrimaryColumn({ type: 'uuid' }) bulletinId!: string;
  @PrimaryColumn({ type: 'varchar', length: 254 }) email!: string;
  @TextColumn(300, { nullable: true }) subject!: string | null;
  @LongTextColumn({ nullable: true }) body!: string | null;
  @WholeColumn({ default: 0 }) dropped!: number;
  /**
   * Fingerprint of the composed email that the coordinator saw; the edit or drop applies only while it is unchanged.
   */
  @TextColumn(64, { nullable: true }) composed!: string | null;
}
