import { Entity, ForeignKey, Index } from 'typeorm';
import { InstantColumn, PrimaryTextColumn, RefColumn } from '../../../platform/index.js';

/** A browser in which the right password was entered and the second factor is awaited. It has no rights. */
@Entity('pending_sign_in')
@ForeignKey('account', ['accountId'], ['id'])
@Index('ix_pending_sign_in_account_id', ['accountId'])
export class PendingSignIn {
  /** Of its token, which is not stored. */
  @PrimaryTextColumn(64) fingerprint!: string;
  @RefColumn() accountId!: string;
  @InstantColumn() expiresAt!: number;
}
