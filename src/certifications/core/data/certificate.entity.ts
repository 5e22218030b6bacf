import { Check, Entity, ForeignKey, Index } from 'typeorm';
import {
  ChoiceColumn,
  DayColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  LongTextColumn,
  OneOfCheck,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '../../../platform/index.js';
import type { CertificateFacts } from '../domain/facts.js';
import { CERTIFICATE_STATES, type CertificateState } from '../domain/status.js';

export const REVOKED_WITH_REASON = `("state" = 'revoked') = ("revoked_at" IS NOT NULL) AND ("revoked_at" IS NULL OR "reason" IS NOT NULL)`;
export const IS_VALID = `"state" = 'valid'`;
export const HAS_ENDED = `"state" <> 'valid'`;

/** The issued, frozen record. Only its state moves, and only forward; the database forbids anything else. */
@Entity('certificate')
@OneOfCheck('certificate', 'state', CERTIFICATE_STATES)
@Check('ck_certificate_revoked', REVOKED_WITH_REASON)
@ForeignKey('enrolment', ['enrolmentId'], ['id'])
@ForeignKey('trainee', ['traineeId'], ['id'])
@ForeignKey('achievement', ['achievementId'], ['id'])
@ForeignKey('certificate_template', ['templateVersion'], ['version'])
@ForeignKey('certificate', ['supersedesId'], ['id'])
@Index('ux_certificate_number', ['number'], { unique: true })
@Index('ux_certificate_number_key', ['numberKey'], { unique: true })
@Index('ux_certificate_token', ['token'], { unique: true })
@Index('ux_certificate_supersedes_id', ['supersedesId'], { unique: true })
@Index('ux_certificate_enrolment_id_achievement_id', ['enrolmentId', 'achievementId'], {
  unique: true,
  where: IS_VALID,
})
@Index('ix_certificate_ended', ['id'], { where: HAS_ENDED })
@Index('ix_certificate_trainee_id', ['traineeId'])
@Index('ix_certificate_achievement_id_issued_on', ['achievementId', 'issuedOn'])
@Index('ix_certificate_issued_on', ['issuedOn'])
@Index('ix_certificate_expires_on', ['expiresOn'])
export class Certificate {
  @IdColumn() id!: string;
  /** As printed. */
  @TextColumn(60) number!: string;
  /** As compared: without dashes, look-alikes folded. */
  @TextColumn(40) numberKey!: string;
  /** 160 random bits: the address that the QR code opens. */
  @TextColumn(60) token!: string;
  /** `null` for one that was earned elsewhere than in a cohort. */
  @RefColumn({ nullable: true }) enrolmentId!: string | null;
  @RefColumn() traineeId!: string;
  @RefColumn() achievementId!: string;
  @WholeColumn() templateVersion!: number;
  /** The recipient as printed, for searching; the same as in the facts. */
  @TextColumn(100) recipientName!: string;
  @TextColumn(100, { nullable: true }) recipientLatinName!: string | null;
  @JsonColumn() facts!: CertificateFacts;
  @ChoiceColumn() state!: CertificateState;
  @DayColumn() issuedOn!: string;
  @DayColumn({ nullable: true }) expiresOn!: string | null;
  @InstantColumn() issuedAt!: number;
  @InstantColumn({ nullable: true }) revokedAt!: number | null;
  /** Why it was revoked, as the public reads it. */
  @LongTextColumn({ nullable: true }) reason!: string | null;
  /** The certificate that this one replaces. */
  @RefColumn({ nullable: true }) supersedesId!: string | null;
}
