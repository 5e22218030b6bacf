import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { BytesColumn, OneOfCheck, PrimaryRefColumn, TextColumn, WholeColumn } from '../../../platform/index.js';
import { DOCUMENT_KINDS, type DocumentKind as Form } from '../../core/index.js';

/** One document of a certificate, byte for byte as it was made and is served; the database refuses any change of it. */
@Entity('certificate_form')
@OneOfCheck('certificate_form', 'form', DOCUMENT_KINDS)
@ForeignKey('certificate_seal', ['certificateId'], ['certificateId'])
@Index('ix_certificate_form_sha256', ['sha256'])
export class CertificateDocument {
  @PrimaryRefColumn() certificateId!: string;
  @PrimaryColumn({ type: 'varchar', length: 40 }) form!: Form;
  @BytesColumn() bytes!: Uint8Array;
  /** Of the bytes, in hex. */
  @TextColumn(64) sha256!: string;
  @WholeColumn() length!: number;
}
