import { Entity, ForeignKey, Index } from 'typeorm';
import { InstantColumn, PrimaryTextColumn, RefColumn, TextColumn } from '../../platform/index.js';

/** A browser that is signed in. Only the token's fingerprint is stored, so a copy of the table is useless. */
@Entity('web_session')
@ForeignKey('account', ['accountId'], ['id'])
@Index('ix_web_session_account_id', ['accountId'])
@Index('ix_web_session_expires_at', ['expiresAt'])
export class WebSession {
  @PrimaryTextColumn(64) fingerprint!: string;
  @RefColumn() accountId!: string;
  @InstantColumn() createdAt!: number;
  /** Its last request, recorded now and then (`USE_RECORDED_EVERY`). */
  @InstantColumn({ nullable: true }) usedAt!: number | null;
  @InstantColumn() expiresAt!: number;
  @TextColumn(200) browser!: string;
}
