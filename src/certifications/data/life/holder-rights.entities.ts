import { Entity, ForeignKey, Index } from 'typeorm';
import { ChoiceColumn, IdColumn, InstantColumn, OneOfCheck, RefColumn, TextColumn } from '../../../platform/index.js';
import { VIEW_WAYS, type ViewWay } from '../../domain/viewing.js';
import { SHARE_SCOPES, type ShareScope } from '../../domain/visibility.js';

export const STILL_HIDDEN = '"shown_at" IS NULL';

/** A span of time in which the holder does not show a certificate. */
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

/** An address that a holder gave to somebody; what it shows ends by itself. */
@Entity('share_link')
@OneOfCheck('share_link', 'scope', SHARE_SCOPES)
@ForeignKey('certificate', ['certificateId'], ['id'])
@Index('ux_share_link_secret_hash', ['secretHash'], { unique: true })
@Index('ix_share_link_certificate_id', ['certificateId'])
export class ShareLink {
  @IdColumn() id!: string;
  @RefColumn() certificateId!: string;
  /** Of the secret in the address, which is shown once and stands nowhere. */
  @TextColumn(64) secretHash!: string;
  /** For whom; only the holder and the office read it. */
  @TextColumn(100) label!: string;
  @ChoiceColumn() scope!: ShareScope;
  @InstantColumn() createdAt!: number;
  @InstantColumn() expiresAt!: number;
  @InstantColumn({ nullable: true }) revokedAt!: number | null;
}

/** That somebody looked, and with what kind of device: no address, nothing that tells a person. */
@Entity('certificate_view')
@OneOfCheck('certificate_view', 'way', VIEW_WAYS)
@ForeignKey('certificate', ['certificateId'], ['id'])
@ForeignKey('share_link', ['shareLinkId'], ['id'])
@Index('ix_certificate_view_certificate_id_at', ['certificateId', 'at'])
@Index('ix_certificate_view_share_link_id', ['shareLinkId'])
@Index('ix_certificate_view_at', ['at'])
export class CertificateView {
  @IdColumn() id!: string;
  @RefColumn() certificateId!: string;
  @InstantColumn() at!: number;
  @ChoiceColumn() way!: ViewWay;
  @RefColumn({ nullable: true }) shareLinkId!: string | null;
  @TextColumn(60) client!: string;
}
