import { Injectable } from '@nestjs/common';
import { FileAnswer, found } from '../../../platform/index.js';
import type { DocumentKind } from '../../core/index.js';
import { OpenCertificates } from '../actions/open-certificates.js';
import type { ShownCertificate } from '../data/shown-certificate.js';
import { CertificateFiles } from './certificate-files.js';

/** A certificate's documents for its holder and the office, who may always see it. */
@Injectable()
export class OwnDocuments {
  constructor(
    private readonly open: OpenCertificates,
    private readonly files: CertificateFiles,
  ) {}

  async file(kind: DocumentKind, id: string): Promise<FileAnswer> {
    return this.files.file(kind, await this.shown(id));
  }

  async picture(id: string): Promise<FileAnswer> {
    return this.files.picture(await this.shown(id));
  }

  /** Altered certificates are not printed. */
  private async shown(id: string): Promise<ShownCertificate> {
    return found((await this.open.byId(id))?.shown);
  }
}
