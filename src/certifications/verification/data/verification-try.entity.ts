import { Entity, Index } from 'typeorm';
import { ChoiceColumn, InstantColumn, OneOfCheck, PrimaryTextColumn } from '../../../platform/index.js';
import { TRY_KINDS, type TryKind } from '../domain/try-limits.js';

/**
 * A try within the last day: one row for each pair of number and name that missed (`miss`), or for each certificate
 * that matched (`match`, with an empty name). A daily task removes older rows.
 */
@Entity('verification_try')
@OneOfCheck('verification_try', 'kind', TRY_KINDS)
@Index('ix_verification_try_asker_kind_at', ['asker', 'kind', 'at'])
@Index('ix_verification_try_asker_name_key_at', ['asker', 'nameKey', 'at'])
@Index('ix_verification_try_at', ['at'])
export class VerificationTry {
  /** From `askerOf`. */
  @PrimaryTextColumn(80) asker!: string;
  /** From `numberKeyOf`. */
  @PrimaryTextColumn(40) numberKey!: string;
  /** Fingerprint of the folded name, so that no name is stored in plain text. */
  @PrimaryTextColumn(64) nameKey!: string;
  @ChoiceColumn() kind!: TryKind;
  /** First time of a miss, last recorded time of a match. */
  @InstantColumn() at!: number;
}
