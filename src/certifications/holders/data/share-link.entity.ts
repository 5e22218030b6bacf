import { Entity, ForeignKey, Index } from 'typeorm';
import { ChoiceColumn, IdColumn, InstantColumn, OneOfCheck, RefColumn, TextColumn } from '../../../platform/index.js';
import { SHARE_SCOPES, type ShareScope } from '../../core/index.js';

/** A share link of a holder; it expires. */
@Entity('share_link')
@OneOfCheck('share_link', 'scope', SHARE_SCOPES)
@ForeignKey('certificate', ['certificateId'], ['id'])
@Index('ux_share_link_secret_hash', ['secretHash'], { unique: true })
@Index('ix_share_link_certificate_id', ['certificateId'])
export class ShareLink {
  @IdColumn() id!: string;
  @RefColumn() certificateId!: string;
  /** Hash of the secret in the address, which is shown once and never stored. */
  @TextColumn(64) secretHash!: string;
  /** Recipient; visible only to the holder and the office. */
  @TextColumn(100) label!: string;
  @ChoiceColumn() scope!: ShareScope;
  @InstantColumn() createdAt!: number;
  @InstantColumn() expiresAt!: number;
  @InstantColumn({ nullable: true }) revokedAt!: number | null;
}
