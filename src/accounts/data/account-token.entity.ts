import { Entity, ForeignKey, Index } from 'typeorm';
import { ChoiceColumn, InstantColumn, OneOfCheck, PrimaryTextColumn, RefColumn } from '../../platform/index.js';

export const TOKEN_PURPOSES = ['emailVerification', 'passwordReset', 'invitation'] as const;
export type TokenPurpose = (typeof TOKEN_PURPOSES)[number];

/** An emailed link that proves control of the mailbox: works once, until it expires. */
@Entity('account_token')
@OneOfCheck('account_token', 'purpose', TOKEN_PURPOSES)
@ForeignKey('account', ['accountId'], ['id'])
@Index('ix_account_token_account_id', ['accountId'])
export class AccountToken {
  @PrimaryTextColumn(64) fingerprint!: string;
  @RefColumn() accountId!: string;
  @ChoiceColumn() purpose!: TokenPurpose;
  @InstantColumn() expiresAt!: number;
  @InstantColumn({ nullable: true }) usedAt!: number | null;
}
