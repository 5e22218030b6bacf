import { Injectable } from '@nestjs/common';
import { type Actor, NotFound, UnitOfWork } from '../../../platform/index.js';
import { Certificate, ownCertificate } from '../../core/index.js';
import { ShareLink } from '../data/share-link.entity.js';

@Injectable()
export class EndShareLink {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Ends a share link; its page then shows that the holder turned it off. Idempotent. @throws NotFound */
  execute(actor: Actor, id: string, linkId: string): Promise<{ label: string }> {
    return this.unitOfWork.run(actor, async (tx) => {
      if (!(await ownCertificate(tx.query, id, actor.id))) throw new NotFound();
      const link = await tx.lock(ShareLink, linkId);
      if (!link || link.certificateId !== id) throw new NotFound();
      const { label } = link;
      if (link.revokedAt !== null) {
        tx.withoutAudit('already ended: nothing changes');
        return { label };
      }
      await tx.of(ShareLink).update({ id: linkId }, { revokedAt: tx.now });
      const certificate = await tx.of(Certificate).findOneByOrFail({ id });
      await tx.audit('shareLink.ended', { type: 'certificate', id, label: certificate.number });
      return { label };
    });
  }
}
