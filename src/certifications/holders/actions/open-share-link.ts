import { Injectable } from '@nestjs/common';
import { Clock, fingerprint, Reads } from '../../../platform/index.js';
import { CheckRegister, isInOrder, type RegisterAnswer } from '../../binding/index.js';
import {
  certificateById,
  type CertificateRow,
  type EventRow,
  eventsOf,
  shownTo,
  type Sight,
} from '../../core/index.js';
import { linkByHash, type ShareLinkRow } from '../data/share-links.js';
import { linkState } from '../domain/sharing.js';

/** What a link opens. `certificate` is `null` where it has ended, or where the record is not as it was issued. */
export interface OpenedLink {
  readonly link: ShareLinkRow;
  readonly state: 'open' | 'expired' | 'revoked';
  readonly certificate: CertificateRow | null;
  readonly events: readonly EventRow[];
  readonly sight: Sight;
  /** `null`: the link has ended. Where the record is not as it was issued, no certificate is shown. */
  readonly answer: RegisterAnswer | null;
}

@Injectable()
export class OpenShareLink {
  constructor(
    private readonly reads: Reads,
    private readonly clock: Clock,
    private readonly register: CheckRegister,
  ) {}

  /** `null`: there never was such a link. */
  async by(secret: string): Promise<OpenedLink | null> {
    const ask = this.reads.all.bind(this.reads);
    const link = await linkByHash(ask, fingerprint(secret));
    if (!link) return null;
    const state = linkState(link, this.clock.now());
    const certificate = state === 'open' ? await certificateById(ask, link.certificateId) : null;
    if (!certificate) return { link, state, certificate: null, events: [], sight: 'nothing', answer: null };
    const answer = await this.register.of(certificate.id);
    if (!isInOrder(answer)) return { link, state, certificate: null, events: [], sight: 'nothing', answer };
    return {
      link,
      state,
      certificate,
      events: await eventsOf(ask, certificate.id),
      sight: shownTo({ way: 'link', scope: link.scope }, certificate),
      answer,
    };
  }
}
