import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { BoundedCache, Clock, CONFIG, type Config, dayOf, daysAfter, MessageCatalog } from '../../../platform/index.js';
import { type CertificateFacts, type CertificateState, verdictOn } from '../../core/domain/index.js';
import { composeCertificate, type PaperPictures } from './compose.js';
import { COARSE, type Fineness } from './drawing/guilloche.js';
import { pdfOf } from './drawing/pdf.js';
import type { Picture } from './drawing/picture.js';
import { svgOf } from './drawing/svg.js';
import type { Stamp } from './stamp.js';

/** What printing needs besides the facts. */
export interface Printable {
  readonly token: string;
  readonly facts: CertificateFacts;
  /** Every picture that the facts name. */
  readonly pictures?: PaperPictures;
  readonly state: CertificateState;
  readonly issuedAt: number;
  readonly expiresOn: string | null;
  readonly revokedAt: number | null;
  /** When it was replaced; `null` if unknown or never. */
  readonly replacedAt: number | null;
}

/** Bytes. A paper has about 180 KB; a drawing 90 KB, and a third of it more once it was packed. */
const PAPERS_KEPT = 16 * 1024 * 1024;
const DRAWINGS_KEPT = 24 * 1024 * 1024;
const NONE: PaperPictures = new Map();

/** A picture for a page. */
export class Drawing {
  private gzip: Buffer | null = null;

  constructor(readonly svg: string) {}

  /** By gzip: a drawing is text of lines, and a quarter of it travels. */
  get packed(): Buffer {
    return (this.gzip ??= gzipSync(this.svg, { level: 7 }));
  }
}

interface KeyParts {
  readonly certificate: Printable;
  readonly stamp: Stamp | null;
  readonly also: string;
}

/** Prints certificates as of today: the frozen facts, and a stamp across one that is no longer valid. */
@Injectable()
export class Printing {
  private readonly papers = new BoundedCache<Buffer>(PAPERS_KEPT, ({ length }) => length);
  private readonly papersUnderWay = new Map<string, Promise<Buffer>>();
  private readonly drawings = new BoundedCache<Drawing>(DRAWINGS_KEPT, ({ svg }) => Math.ceil(svg.length * 1.33));

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly messageCatalog: MessageCatalog,
    private readonly clock: Clock,
  ) {}

  addressOf(token: string): string {
    return `${this.config.publicUrl}/c/${token}`;
  }

  /** How each language prints a day on paper. */
  get days(): { readonly zh: (day: string) => string; readonly en: (day: string) => string } {
    return { zh: this.messageCatalog.in('zh-CN').format.day, en: this.messageCatalog.in('en').format.day };
  }

  /** Cached: a shared link may be opened many times in an hour. */
  async pdf(certificate: Printable): Promise<Buffer> {
    const { facts, issuedAt } = certificate;
    const stamp = this.stampFor(certificate);
    const key = this.keyOf({ certificate, stamp, also: String(issuedAt) });
    const made = this.papers.get(key) ?? this.papersUnderWay.get(key);
    if (made) return made;
    const making = pdfOf(this.picture(certificate, stamp), { author: facts.issuer.nameZh, at: issuedAt });
    this.papersUnderWay.set(key, making);
    try {
      const bytes = await making;
      this.papers.set(key, bytes);
      return bytes;
    } finally {
      this.papersUnderWay.delete(key);
    }
  }

  /** The picture for a page: the same words, with a coarser guilloche by default. */
  svg(certificate: Printable, fineness: Fineness = COARSE): string {
    return this.drawing(certificate, fineness).svg;
  }

  /** The same, and packed for browsers that unpack. */
  drawing(certificate: Printable, fineness: Fineness = COARSE): Drawing {
    const stamp = this.stampFor(certificate);
    const key = this.keyOf({ certificate, stamp, also: fineness === COARSE ? 'coarse' : 'fine' });
    const known = this.drawings.get(key);
    if (known) return known;
    const { facts, pictures = NONE, token } = certificate;
    const drawing = new Drawing(
      svgOf(composeCertificate({ facts, pictures, address: this.addressOf(token), days: this.days, stamp, fineness })),
    );
    this.drawings.set(key, drawing);
    return drawing;
  }

  /** Cache key with everything that a print depends on; pictures are named by content hash. */
  private keyOf({ certificate: { token, facts }, stamp, also }: KeyParts): string {
    return createHash('sha256')
      .update(JSON.stringify([token, facts, stamp, also]))
      .digest('base64');
  }

  private picture({ facts, token, pictures = NONE }: Printable, stamp: Stamp | null): Picture {
    return composeCertificate({ facts, pictures, address: this.addressOf(token), days: this.days, stamp });
  }

  private stampFor({ state, expiresOn, revokedAt, replacedAt }: Printable): Stamp | null {
    const verdict = verdictOn(this.clock.today(), { state, expiresOn });
    if (verdict === 'valid') return null;
    const since =
      verdict === 'expired' && expiresOn !== null
        ? daysAfter(expiresOn, 1)
        : dayOf(revokedAt ?? replacedAt ?? this.clock.now());
    return { verdict, sinceZh: this.days.zh(since), sinceEn: this.days.en(since) };
  }
}
