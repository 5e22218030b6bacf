import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  JsonColumn,
  OneOfCheck,
  TextColumn,
  WholeColumn,
  ChoiceColumn,
} from '../../../platform/index.js';
import type { Seal, Signatory } from '../../core/index.js';
import type { TemplateWording } from '../domain/wording.js';

/** How certificates are worded, signed and numbered. A change makes the next version; certificates name theirs. */
@Entity('certificate_template')
@OneOfCheck('certificate_template', 'active', ['yes', 'no'])
@Index('ux_certificate_template_version', ['version'], { unique: true })
@Index('ux_certificate_template_active', ['active'], { unique: true, where: `"active" = 'yes'` })
export class CertificateTemplate {
  @IdColumn() id!: string;
  @WholeColumn() version!: number;
  /** The heading: what the certificate is called. */
  @TextColumn(60) nameZh!: string;
  @TextColumn(100) nameEn!: string;
  @JsonColumn() wording!: TemplateWording;
  @JsonColumn() signatories!: readonly Signatory[];
  @JsonColumn() seal!: Seal;
  @TextColumn(60) numberPattern!: string;
  @TextColumn(20) numberPrefix!: string;
  @InstantColumn() createdAt!: number;
  @TextColumn(200) createdByName!: string;
  @ChoiceColumn() active!: 'yes' | 'no';
}
