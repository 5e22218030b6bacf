import { Injectable } from '@nestjs/common';
import { FileAnswer, found, looksLikeId, ReadDatabase } from '../../../platform/index.js';
import {
  certificateById,
  type CertificateForm,
  type CertificateRow,
  type EventRow,
  eventsOf,
} from '../../core/index.js';
import { CertificateFiles } from './certificate-files.js';

/** A certificate's documents for those who may always see it: its holder and the office. */
@Injectable()
export class Papers {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly files: CertificateFiles,
  ) {}

  async of(form: CertificateForm, id: string): Promise<FileAnswer> {
    return this.files.of(form, await this.known(id));
  }

  async picture(id: string): Promise<FileAnswer> {
    return this.files.picture(await this.known(id));
  }

  private async known(id: string): Promise<{ certificate: CertificateRow; events: EventRow[] }> {
    const { query } = this.reads;
    return {
      certificate: found(looksLikeId(id) ? await certificateById(query, id) : null),
      events: await eventsOf(query, id),
    };
  }
}
