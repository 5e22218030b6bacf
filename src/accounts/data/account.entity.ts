import { Check, Entity, Index } from 'typeorm';
import { ChoiceColumn, IdColumn, InstantColumn, TextColumn } from '../../platform/index.js';

/** A person who can sign in. Training data is stored elsewhere and refers to this id. */
@Entity('account')
@Check('ck_account_email_lower', '"email" = lower("email")')
@Index('ux_account_email', ['email'], { unique: true })
export class Account {
  @IdColumn() id!: string;
  /** Always in lower case. */
  @TextColumn(254) email!: string;
  @TextColumn(100) name!: string;
  /** `null` until an invited person chooses a password. */
  @TextColumn(200, { nullable: true }) passwordHash!: string | null;
  @ChoiceColumn() language!: string;
  @InstantColumn({ nullable: true }) emailVerifiedAt!: number | null;
  /** An administrator has corrected the email, and nobody has proven it since. */
  @InstantColumn({ nullable: true }) emailCorrectedAt!: number | null;
  @InstantColumn({ nullable: true }) disabledAt!: number | null;
  @InstantColumn() createdAt!: number;
}
