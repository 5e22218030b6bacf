import { Injectable } from '@nestjs/common';
import { type Actor, Clock, fingerprint, Reads, UnitOfWork } from '../../platform/index.js';
import { certificateById, type CertificateRow, type EventRow, eventsOf } from '../data/certificates.js';
import { ownCertificate } from '../data/life/own-certificate.js';
import { linkByHash, type ShareLinkRow } from '../data/life/share-links.js';
import { recordLook } from '../data/life/views.js';
import { linkState } from '../domain/sharing.js';
import { shownTo, type Sight } from '../domain/visibility.js';

/** What a link opens. `certificate` is `null` where it has ended. */
export interface OpenedLink {
  readonly link: ShareLinkRow;
  readonly state: 'open' | 'expired' | 'revoked';
  readonly certificate: CertificateRow | null;
  readonly events: readonly EventRow[];
  readonly sight: Sight;
}

@Injectable()
export class OpenShareLink {
  constructor(private readonly unitOfWork: UnitOfWork, private readonly reads: Reads, private readonly clock: Clock) {}

  /** `null`: there never was such a link. */
  async by(secret: string): Promise<OpenedLink | null> {
    const ask = this.reads.all.bind(this.reads);
    const link = await linkByHash(ask, fingerprint(secret));
    if (!link) return null;
    const state = linkState(link, this.clock.now());
    const certificate = state === 'open' ? await certificateById(ask, link.certificateId) : null;
    if (!certificate) return { link, state, certificate: null, events: [], sight: 'nothing' };
    return { link, state, certificate, events: await eventsOf(ask, certificate.id), sight: shownTo({ way: 'link', scope: link.scope }, certificate) };
  }

  /** Writes the look into the holder's register, unless it is the holder who looks. */
  async note({ link }: OpenedLink, actor: Actor, client: string): Promise<void> {
    if (await ownCertificate(this.reads.all.bind(this.reads), link.certificateId, actor.id)) return;
    await this.unitOfWork.run(actor, (tx) => recordLook(tx, { certificateId: link.certificateId, way: 'link', shareLinkId: link.id, client }));
  }
}
