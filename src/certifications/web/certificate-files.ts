import { Injectable } from '@nestjs/common';
import { type Ask, FileAnswer, found, Reads } from '../../platform/index.js';
import type { CertificateRow, EventRow } from '../data/certificates.js';
import { formOf } from '../data/sealing/forms.js';
import { type CertificateForm, FORM_TYPES } from '../domain/forms.js';
import { Printing } from '../paper/printing.js';
import { printableFrom } from './certificate-view.js';

/** A certificate's documents as they were sealed, byte for byte. */
@Injectable()
export class CertificateFiles {
  private readonly ask: Ask;

  constructor(reads: Reads, private readonly printing: Printing) {
    this.ask = (query) => reads.all(query);
  }

  /** The sealed paper; for one without documents yet, a print of the facts as they stand. */
  async pdf({ certificate, events }: { readonly certificate: CertificateRow; readonly events: readonly EventRow[] }, cache?: string): Promise<FileAnswer> {
    const sealed = await formOf(this.ask, certificate.id, 'pdf');
    return new FileAnswer(sealed?.bytes ?? await this.printing.pdf(printableFrom(certificate, events)), FORM_TYPES.pdf, cache === undefined ? {} : { cache });
  }

  /** @throws NotFound before it is sealed */
  async form(certificateId: string, form: CertificateForm, cache: string): Promise<FileAnswer> {
    const { bytes } = found(await formOf(this.ask, certificateId, form));
    return new FileAnswer(bytes, FORM_TYPES[form], { cache });
  }
}
