import { Injectable } from '@nestjs/common';
import { Clock, fingerprint, ReadDatabase } from '../../../platform/index.js';
import type { RegisterAnswer } from '../../binding/index.js';
import { type CertificateRow, type EventRow, shownTo, type Sight } from '../../core/index.js';
import { OpenCertificates, type ShownCertificate } from '../../register/index.js';
import { linkByHash, type ShareLinkRow } from '../data/share-links.js';
import { linkState } from '../domain/share-link-rules.js';

/** What a link opens. `certificate` is `null` if the link has ended or the record was altered. */
export interface OpenedLink {
  readonly link: ShareLinkRow;
  readonly state: 'open' | 'expired' | 'revoked';
  readonly certificate: CertificateRow | null;
  readonly events: readonly EventRow[];
  /** The hashes of its documents, by form, as its issue was logged. */
  readonly forms: ShownCertificate['forms'];
  readonly sight: Sight;
  /** `null`: the link has ended. Where the record is not as it was issued, no certificate is shown. */
  readonly answer: RegisterAnswer | null;
}

@Injectable()
export class OpenShareLink {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly open: OpenCertificates,
  ) {}

  /** `null`: there never was such a link. */
  async execute(secret: string): Promise<OpenedLink | null> {
    const { query } = this.reads;
    const link = await linkByHash(query, fingerprint(secret));
    if (!link) return null;
    const state = linkState(link, this.clock.now());
    const opened = state === 'open' ? await this.open.byId(link.certificateId) : null;
    const answer = opened?.answer ?? null;
    if (!opened?.shown) return { link, state, certificate: null, events: [], forms: {}, sight: 'nothing', answer };
    const { certificate, events, forms } = opened.shown;
    return {
      link,
      state,
      certificate,
      events,
      forms,
      sight: shownTo({ way: 'link', scope: link.scope }, certificate),
      answer,
    };
  }
}
