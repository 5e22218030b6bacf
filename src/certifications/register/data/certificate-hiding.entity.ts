import { Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, InstantColumn, RefColumn } from '../../../platform/index.js';

export const STILL_HIDDEN = '"shown_at" IS NULL';

/** A period in which the holder hides a certificate. */
@Entity('certificate_hiding')
@ForeignKey('certificate', ['certificateId'], ['id'])
@Index('ux_certificate_hiding_certificate_id', ['certificateId'], { unique: true, where: STILL_HIDDEN })
export class CertificateHiding {
  @IdColumn() id!: string;
  @RefColumn() certificateId!: string;
  @InstantColumn() hiddenAt!: number;
  /** `null`: hidden now. */
  @InstantColumn({ nullable: true }) shownAt!: number | null;
}
