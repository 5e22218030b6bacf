import { Check, Entity, ForeignKey, Index } from 'typeorm';
import {
  ChoiceColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  OneOfCheck,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '../../../platform/index.js';
import { type NothingWhy, VERIFICATION_VERDICTS, type VerificationVerdict } from '../../core/index.js';
import { VERIFICATION_KINDS, type VerificationKind } from '../domain/verification-list.js';
import type { Withheld } from '../domain/try-limits.js';
import { needsCertificate } from './needs-certificate.js';

/**
 * One question about one certificate and its answer, for the employer's history and for the holder.
 * `certificateId` is set only if number and name matched and the holder shows the certificate.
 */
@Entity('verification_record')
@OneOfCheck('verification_record', 'kind', VERIFICATION_KINDS)
@OneOfCheck('verification_record', 'verdict', VERIFICATION_VERDICTS)
@Check('ck_verification_record_certificate', needsCertificate())
@Index('ux_verification_record_batch_id_line', ['batchId', 'line'], { unique: true })
@Index('ix_verification_record_certificate_id_at', ['certificateId', 'at'])
@Index('ix_verification_record_employer_id_at', ['employerId', 'at'])
@Index('ix_verification_record_at', ['at'])
@ForeignKey('certificate', ['certificateId'], ['id'])
@ForeignKey('employer', ['employerId'], ['id'])
@ForeignKey('employer_key', ['keyId'], ['id'])
@ForeignKey('verification_batch', ['batchId'], ['id'])
export class VerificationRecord {
  @IdColumn() id!: string;
  @InstantColumn() at!: number;
  @ChoiceColumn() kind!: VerificationKind;
  @RefColumn({ nullable: true }) certificateId!: string | null;
  @RefColumn({ nullable: true }) employerId!: string | null;
  @RefColumn({ nullable: true }) keyId!: string | null;
  @RefColumn({ nullable: true }) batchId!: string | null;
  @WholeColumn({ nullable: true }) line!: number | null;
  @TextColumn(100, { nullable: true }) askedNumber!: string | null;
  /** From `numberKeyOf`. */
  @TextColumn(40, { nullable: true }) numberKey!: string | null;
  @TextColumn(100, { nullable: true }) askedName!: string | null;
  @ChoiceColumn() verdict!: VerificationVerdict;
  /** Why the answer was withheld; `null` if it was not. */
  @ChoiceColumn({ nullable: true }) withheld!: Withheld | null;
  /**
   * Why nothing in a file could be checked; `null` for every other verdict, and in records from before there were
   * reasons.
   */
  @ChoiceColumn({ nullable: true }) reason!: NothingWhy | null;
  @JsonColumn({ nullable: true }) checks!: Readonly<Record<string, string>> | null;
  @TextColumn(200, { nullable: true }) purpose!: string | null;
  @TextColumn(200, { nullable: true }) askedByName!: string | null;
  /** HMAC over `boundCheck`; `null` in records from before checks were bound. */
  @TextColumn(64, { nullable: true }) mac!: string | null;
}
