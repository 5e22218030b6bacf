import { applyDecorators, Header, Injectable } from '@nestjs/common';
import { type QueryFunction, FileAnswer, found, NotFound, ReadDatabase, REVALIDATED } from '../../../platform/index.js';
import { type DocumentKind, type CertificateRow, type EventRow, MEDIA_TYPES, picturesOf } from '../../core/index.js';
import { fileHash, documentBytes, type Printable, Printing } from '../../documents/index.js';
import type { DocumentHashes } from '../../log/index.js';
import { supersededAt } from './certificate.page.js';

/** For public files: any site may read them, no search engine may index them. */
export const ExternalFile = (): MethodDecorator =>
  applyDecorators(Header('access-control-allow-origin', '*'), Header('x-robots-tag', 'noindex'));

interface KnownCertificate {
  readonly certificate: CertificateRow;
  readonly events: readonly EventRow[];
}

/** With the logged hashes of its documents. */
interface KnownWithForms extends KnownCertificate {
  readonly forms: DocumentHashes;
}

/** A certificate's signed documents, byte for byte, for every way of access. */
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
   * Before signing, the PDF is an unsigned print of the current facts. @throws NotFound for the other kinds before
   * signing, and for a document that differs from the log
   */
  async file(kind: DocumentKind, { certificate, events, forms }: KnownWithForms, cache?: string): Promise<FileAnswer> {
    const signed = await documentBytes(this.query, certificate.id, kind);
    // The stored bytes may have been altered.
    if (signed && forms[kind] !== fileHash(signed.bytes)) throw new NotFound();
    const bytes =
      signed?.bytes ?? (kind === 'pdf' ? await this.printing.pdf(await this.printable({ certificate, events })) : null);
    if (cache === undefined) return new FileAnswer(found(bytes), MEDIA_TYPES[kind]);
    // An unsigned print is stamped once the certificate is no longer valid; signed bytes never change.
    return new FileAnswer(found(bytes), MEDIA_TYPES[kind], { cache: signed ? cache : REVALIDATED });
  }

  /** The image for a page, drawn as of today: stamped once the certificate is no longer valid. */
  async picture(known: KnownCertificate, cache?: string): Promise<FileAnswer> {
    const { svg, packed } = this.printing.drawing(await this.printable(known));
    return new FileAnswer(svg, 'image/svg+xml', { packed, ...(cache === undefined ? {} : { cache }) });
  }

  /** @throws PictureAltered */
  private async printable({ certificate, events }: KnownCertificate): Promise<Printable> {
    const pictures = await picturesOf(this.query, certificate.facts);
    return { ...certificate, pictures, replacedAt: supersededAt(events) };
  }
}
