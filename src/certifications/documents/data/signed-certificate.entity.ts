import { Entity, ForeignKey, Index } from 'typeorm';
import { InstantColumn, PrimaryRefColumn, TextColumn, WholeColumn } from '../../../platform/index.js';

/** Links a certificate to its documents; the database refuses any change. */
@Entity('certificate_seal')
@ForeignKey('certificate', ['certificateId'], ['id'])
@Index('ux_certificate_seal_status_list_status_index', ['statusList', 'statusIndex'], { unique: true })
@Index('ux_certificate_seal_subject_urn', ['subjectUrn'], { unique: true })
@Index('ux_certificate_seal_credential_hash', ['credentialHash'], { unique: true })
export class SignedCertificate {
  @PrimaryRefColumn() certificateId!: string;
  /** `urn:uuid:…`, random: the credential's subject, without a link to other credentials. */
  @TextColumn(60) subjectUrn!: string;
  @WholeColumn() statusList!: number;
  @WholeColumn() statusIndex!: number;
  /** SHA-256, in hex, of the JCS form of the signed credential, as in the log. */
  @TextColumn(64) credentialHash!: string;
  @InstantColumn() sealedAt!: number;
}
