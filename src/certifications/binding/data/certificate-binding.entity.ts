import { Entity, ForeignKey, Index } from 'typeorm';
import {
  ChoiceColumn,
  InstantColumn,
  LongTextColumn,
  OneOfCheck,
  PrimaryRefColumn,
  TextColumn,
} from '../../../platform/index.js';
import { BINDING_ACTS, type BindingAct } from '../../log/index.js';

/** Proof that the product wrote a certificate's record: it cannot be made without the master key. */
@Entity('certificate_binding')
@OneOfCheck('certificate_binding', 'act', BINDING_ACTS)
@ForeignKey('certificate', ['certificateId'], ['id'])
@Index('ux_certificate_binding_number_tag', ['numberTag'], { unique: true })
@Index('ix_certificate_binding_token_tag', ['tokenTag'])
export class CertificateBinding {
  @PrimaryRefColumn() certificateId!: string;
  @ChoiceColumn() act!: BindingAct;
  @InstantColumn() actedAt!: number;
  /** Hash of the frozen row, as in the log. */
  @TextColumn(64) record!: string;
  /** Hash of each part of the record, as JSON. */
  @LongTextColumn() parts!: string;
  /** HMAC-SHA-256 over all of it, in hex. */
  @TextColumn(64) mac!: string;
  /**
   * Finds a number or address even if the certificate's own row is gone or altered (`LookUpTags`). `null`: bound before
   * there were tags, and not in order when they were created.
   */
  @TextColumn(64, { nullable: true }) numberTag!: string | null;
  @TextColumn(64, { nullable: true }) tokenTag!: string | null;
}
