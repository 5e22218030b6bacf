import { Inject, Injectable } from '@nestjs/common';
import { Clock, CONFIG, type Config, dayOf, daysAfter, Dictionary } from '../../platform/index.js';
import type { CertificateFacts } from '../domain/facts.js';
import { type CertificateState, verdictOn } from '../domain/status.js';
import { composeCertificate, type PaperPictures } from './compose.js';
import { COARSE, type Fineness } from './guilloche.js';
import { pdfOf } from './pdf.js';
import type { Picture } from './picture.js';
import type { Stamp } from './stamp.js';
import { svgOf } from './svg.js';

/** What the paper needs to know of a certificate beside its facts. */
export interface Printable {
  readonly token: string;
  readonly facts: CertificateFacts;
  /** Every picture that the facts name. */
  readonly pictures?: PaperPictures;
  readonly state: CertificateState;
  readonly issuedAt: number;
  readonly expiresOn: string | null;
  readonly revokedAt: number | null;
  /** When another took its place; `null` where that is not known or did not happen. */
  readonly replacedAt: number | null;
}

const MOST_KEPT = 60;
const NONE: PaperPictures = new Map();

/** Prints certificates as they stand today: the frozen facts, and a stamp across one that no longer holds. */
@Injectable()
export class Printing {
  private readonly kept = new Map<string, Buffer>();

  constructor(@Inject(CONFIG) private readonly config: Config, private readonly dictionary: Dictionary, private readonly clock: Clock) {}

  addressOf(token: string): string {
    return `${this.config.publicUrl}/c/${token}`;
  }

  /** How each language prints a day on paper. */
  get days(): { readonly zh: (day: string) => string; readonly en: (day: string) => string } {
    return { zh: this.dictionary.in('zh-CN').format.day, en: this.dictionary.in('en').format.day };
  }

  /** The last few are kept: a link that is passed around is opened many times in an hour. */
  async pdf(certificate: Printable): Promise<Buffer> {
    const stamp = this.stampFor(certificate);
    const key = `${certificate.token} ${stamp?.verdict ?? 'valid'} ${stamp?.sinceZh ?? ''}`;
    const known = this.kept.get(key);
    const bytes = known ?? await pdfOf(this.picture(certificate, stamp), { author: certificate.facts.issuer.nameZh, at: certificate.issuedAt });
    this.kept.delete(key);
    this.kept.set(key, bytes);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= MOST_KEPT) break;
      this.kept.delete(oldest);
    }
    return bytes;
  }

  /** The picture for a page: the same words, engraved more coarsely unless asked otherwise. */
  svg(certificate: Printable, fineness: Fineness = COARSE): string {
    return svgOf(composeCertificate({ facts: certificate.facts, pictures: certificate.pictures ?? NONE, address: this.addressOf(certificate.token), days: this.days, stamp: this.stampFor(certificate), fineness }));
  }

  private picture({ facts, token, pictures = NONE }: Printable, stamp: Stamp | null): Picture {
    return composeCertificate({ facts, pictures, address: this.addressOf(token), days: this.days, stamp });
  }

  private stampFor({ state, expiresOn, revokedAt, replacedAt }: Printable): Stamp | null {
    const verdict = verdictOn(this.clock.today(), { state, expiresOn });
    if (verdict === 'valid') return null;
    const since = verdict === 'expired' && expiresOn !== null ? daysAfter(expiresOn, 1) : dayOf(revokedAt ?? replacedAt ?? this.clock.now());
    return { verdict, sinceZh: this.days.zh(since), sinceEn: this.days.en(since) };
  }
}
