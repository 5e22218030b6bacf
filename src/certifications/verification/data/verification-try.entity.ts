import { Entity, Index } from 'typeorm';
import { ChoiceColumn, InstantColumn, OneOfCheck, PrimaryTextColumn } from '../../../platform/index.js';
import { TRY_KINDS, type TryKind } from '../domain/tries.js';

/**
 * What somebody asked within the last day, once for each pair of number and name (`miss`), or for each certificate that
 * agreed (`match`, with an empty name). Rows that are over go with the daily upkeep.
 */
@Entity('verification_try')
@OneOfCheck('verification_try', 'kind', TRY_KINDS)
@Index('ix_verification_try_asker_kind_at', ['asker', 'kind', 'at'])
@Index('ix_verification_try_asker_name_key_at', ['asker', 'nameKey', 'at'])
@Index('ix_verification_try_at', ['at'])
export class VerificationTry {
  /** As `askerOf` writes it. */
  @PrimaryTextColumn(80) asker!: string;
  /** As `askedKey` writes it. */
  @PrimaryTextColumn(40) numberKey!: string;
  /** Fingerprint of the folded name: no name stands here in clear. */
  @PrimaryTextColumn(64) nameKey!: string;
  @ChoiceColumn() kind!: TryKind;
  /** Of a miss the first time, of a match the last that was noted. */
  @InstantColumn() at!: number;
}
