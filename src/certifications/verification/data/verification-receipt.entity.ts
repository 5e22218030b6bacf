import { Check as Constraint, Entity, ForeignKey, Index } from 'typeorm';
import {
  ChoiceColumn,
  InstantColumn,
  JsonColumn,
  LongTextColumn,
  OneOfCheck,
  PrimaryTextColumn,
  RefColumn,
  TextColumn,
} from '../../../platform/index.js';
import {
  type Check,
  RECEIPT_MEANS,
  type ReceiptMeans,
  VERIFICATION_VERDICTS,
  type VerificationVerdict,
} from '../../core/index.js';
import { needsCertificate } from './needs-certificate.js';

/**
 * The verdict that somebody received, and when, so that others can look it up. Neither the file nor claims of other
 * issuers are stored.
 */
@Entity('verification_receipt')
@OneOfCheck('verification_receipt', 'verdict', VERIFICATION_VERDICTS)
@OneOfCheck('verification_receipt', 'means', RECEIPT_MEANS)
@Constraint('ck_verification_receipt_certificate', needsCertificate())
@ForeignKey('certificate', ['certificateId'], ['id'])
@Index('ix_verification_receipt_certificate_id', ['certificateId'])
@Index('ix_verification_receipt_at', ['at'])
export class VerificationReceipt {
  /** 80 random bits, in groups of four characters. */
  @PrimaryTextColumn(24) reference!: string;
  @InstantColumn() at!: number;
  @ChoiceColumn() means!: ReceiptMeans;
  @ChoiceColumn() verdict!: VerificationVerdict;
  @JsonColumn() checks!: readonly Check[];
  /** `null`: not found, or another issuer's. */
  @RefColumn({ nullable: true }) certificateId!: string | null;
  /** SHA-256 of the checked file, hex. */
  @TextColumn(64, { nullable: true }) fingerprint!: string | null;
  /** The log's signed checkpoint at that time. */
  @LongTextColumn({ nullable: true }) checkpoint!: string | null;
}
