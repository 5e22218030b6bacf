import { Entity, ForeignKey, Index } from 'typeorm';
import { ChoiceColumn, IdColumn, InstantColumn, OneOfCheck, RefColumn, TextColumn } from '../../../platform/index.js';
import { VIEW_WAYS, type ViewWay } from '../domain/viewing.js';

/** A view and its kind of device; no network address and nothing that identifies a person. */
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
