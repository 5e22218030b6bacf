import { Injectable } from '@nestjs/common';
import { FileAnswer, found, looksLikeId, Reads } from '../../platform/index.js';
import { certificateById, eventsOf } from '../data/certificates.js';
import { type Printable, Printing } from '../paper/printing.js';
import { printableFrom } from './certificate-view.js';

/** A certificate's paper for those who may always see it: its holder and the office. */
@Injectable()
export class Papers {
  constructor(private readonly reads: Reads, private readonly printing: Printing) {}

  async pdf(id: string): Promise<FileAnswer> {
    return new FileAnswer(await this.printing.pdf(await this.printable(id)), 'application/pdf');
  }

  async svg(id: string): Promise<FileAnswer> {
    return new FileAnswer(this.printing.svg(await this.printable(id)), 'image/svg+xml');
  }

  private async printable(id: string): Promise<Printable> {
    const ask = this.reads.all.bind(this.reads);
    return printableFrom(found(looksLikeId(id) ? await certificateById(ask, id) : null), await eventsOf(ask, id));
  }
}
