import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ChoiceColumn, OneOfCheck } from '../../../platform/index.js';
import { REASON_CLASSES, type ReasonClass } from '../../core/index.js';

/** Reason class of a revocation or replacement. */
@Entity('certificate_reason')
@OneOfCheck('certificate_reason', 'reason_class', REASON_CLASSES)
@ForeignKey('certificate_event', ['eventId'], ['id'])
export class CertificateReason {
  @PrimaryColumn({ type: 'uuid' }) eventId!: string;
  @ChoiceColumn() reasonClass!: ReasonClass;
}
