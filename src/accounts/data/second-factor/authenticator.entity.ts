import { Entity, ForeignKey, Index } from 'typeorm';
import { BytesColumn, IdColumn, InstantColumn, RefColumn } from '../../../platform/index.js';

/**
 * An authenticator app that makes codes for an account. An account has at most one that is confirmed, and beside it one
 * that is being added.
 */
@Entity('authenticator')
@ForeignKey('account', ['accountId'], ['id'])
@Index('ux_authenticator_account_id', ['accountId'], { unique: true, where: '"confirmed_at" IS NULL' })
@Index('ux_authenticator_confirmed', ['accountId'], { unique: true, where: '"confirmed_at" IS NOT NULL' })
export class Authenticator {
  @IdColumn() id!: string;
  @RefColumn() accountId!: string;
  /** Encrypted: checking a code needs it again. */
  @BytesColumn() secret!: Buffer;
  @InstantColumn() createdAt!: number;
  /** `null` until a first code has been entered. */
  @InstantColumn({ nullable: true }) confirmedAt!: number | null;
}
