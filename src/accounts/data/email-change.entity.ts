import { Entity, ForeignKey, Index } from 'typeorm';
import { InstantColumn, PrimaryRefColumn, TextColumn } from '../../platform/index.js';

/**
 * The new sign-in email that an account waits for, at most one. It takes effect by the link that was mailed to it. Also
 * stored if the address belongs to another account, which gets no link: nothing shows which is the case.
 */
@Entity('email_change')
@ForeignKey('account', ['accountId'], ['id'])
@Index('ux_email_change_fingerprint', ['fingerprint'], { unique: true })
export class EmailChange {
  @PrimaryRefColumn() accountId!: string;
  /** Of the link's token, which is not stored. */
  @TextColumn(64) fingerprint!: string;
  /** Always in lower case. */
  @TextColumn(254) newEmail!: string;
  @InstantColumn() expiresAt!: number;
}
