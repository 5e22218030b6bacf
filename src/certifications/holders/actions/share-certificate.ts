import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import {
  A_DAY,
  type Actor,
  fingerprint,
  newId,
  newToken,
  NotFound,
  refuse,
  refused,
  type Refused,
  UnitOfWork,
} from '../../../platform/index.js';
import { Certificate, ownCertificate, type ShareScope } from '../../core/index.js';
import { ShareLink } from '../data/share-link.entity.js';
import type { HolderRefusalCode } from '../domain/refusals.js';
import { MOST_LINKS } from '../domain/share-link-rules.js';

export interface ShareLinkInput {
  readonly label: string;
  readonly scope: ShareScope;
  /** 1 to 180. */
  readonly days: number;
}

@Injectable()
export class ShareCertificate {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Creates a link. Its secret is returned only once; only its fingerprint is stored.
   * @throws NotFound for another person's certificate
   */
  execute(
    actor: Actor,
    id: string,
    { label, scope, days }: ShareLinkInput,
  ): Promise<{ secret: string; expiresAt: number } | Refused<HolderRefusalCode>> {
    const secret = newToken();
    return this.unitOfWork.run(actor, async (tx) => {
      const own = await ownCertificate(tx.query, id, actor.id);
      const certificate = own && (await tx.lock(Certificate, id));
      if (!certificate) throw new NotFound();
      const open = await tx
        .of(ShareLink)
        .countBy({ certificateId: id, revokedAt: IsNull(), expiresAt: MoreThan(tx.now) });
      if (open >= MOST_LINKS) return refused<HolderRefusalCode>(refuse('shareLinksMost', { most: MOST_LINKS }));
      const expiresAt = tx.now + days * A_DAY;
      await tx.of(ShareLink).insert({
        id: newId(),
        certificateId: id,
        secretHash: fingerprint(secret),
        label,
        scope,
        createdAt: tx.now,
        expiresAt,
        revokedAt: null,
      });
      await tx.audit('shareLink.made', { type: 'certificate', id, label: certificate.number }, { scope, days });
      return { secret, expiresAt };
    });
  }
}
