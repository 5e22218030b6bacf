import { Injectable } from '@nestjs/common';
import { FileAnswer, found, looksLikeId, Reads } from '../../platform/index.js';
import { certificateById, type CertificateRow, type EventRow, eventsOf } from '../data/certificates.js';
import { Printing } from '../paper/printing.js';
import { CertificateFiles } from './certificate-files.js';
import { printableFrom } from './certificate-view.js';

/** A certificate's paper for those who may always see it: its holder and the office. */
@Injectable()
export class Papers {
  constructor(private readonly reads: Reads, private readonly printing: Printing, private readonly files: CertificateFiles) {}

  async pdf(id: string): Promise<FileAnswer> {
    return this.files.pdf(await this.known(id));
  }

  async svg(id: string): Promise<FileAnswer> {
    const { certificate, events } = await this.known(id);
    return new FileAnswer(this.printing.svg(printableFrom(certificate, events)), 'image/svg+xml');
  }

  private async known(id: string): Promise<{ certificate: CertificateRow; events: EventRow[] }> {
    const ask = this.reads.all.bind(this.reads);
    return { certificate: found(looksLikeId(id) ? await certificateById(ask, id) : null), events: await eventsOf(ask, id) };
  }
}
