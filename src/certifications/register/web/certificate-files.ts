import { applyDecorators, Header, Injectable } from '@nestjs/common';
import { type QueryFunction, FileAnswer, found, NotFound, ReadDatabase } from '../../../platform/index.js';
import { type CertificateForm, type CertificateRow, type EventRow, FORM_TYPES } from '../../core/index.js';
import { fileHash, formOf, Printing } from '../../documents/index.js';
import type { FormHashes } from '../../log/index.js';
import { printableFrom } from './certificate.page.js';

/** On what strangers fetch: any page may read it, no search engine keeps it. */
export const ExternalFile = (): MethodDecorator =>
  applyDecorators(Header('access-control-allow-origin', '*'), Header('x-robots-tag', 'noindex'));

interface Known {
  readonly certificate: CertificateRow;
  readonly events: readonly EventRow[];
}

/** With the hashes of its documents as they were logged. */
interface KnownWithForms extends Known {
  readonly forms: FormHashes;
}

/** A certificate's documents as they were sealed, byte for byte, whichever way somebody comes. */
@Injectable()
export class CertificateFiles {
  private readonly query: QueryFunction;

  constructor(
    reads: ReadDatabase,
    private readonly printing: Printing,
  ) {
    this.query = reads.query;
  }

  /**
   * Until it is sealed its paper is a print of the facts as they stand.
   * @throws NotFound of the other forms before that, and of a document that is not the one in the log
   */
  async of(form: CertificateForm, { certificate, events, forms }: KnownWithForms, cache?: string): Promise<FileAnswer> {
    const sealed = await formOf(this.query, certificate.id, form);
    // Somebody may have changed the stored bytes.
    if (sealed && forms[form] !== fileHash(sealed.bytes)) throw new NotFound();
    const bytes =
      sealed?.bytes ?? (form === 'pdf' ? await this.printing.pdf(printableFrom(certificate, events)) : null);
    return new FileAnswer(found(bytes), FORM_TYPES[form], cache === undefined ? {} : { cache });
  }

  /** The picture for a page, drawn as it stands today: it carries a stamp once the certificate no longer holds. */
  picture({ certificate, events }: Known, cache?: string): FileAnswer {
    const { svg, packed } = this.printing.drawing(printableFrom(certificate, events));
    return new FileAnswer(svg, 'image/svg+xml', { packed, ...(cache === undefined ? {} : { cache }) });
  }
}
