import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { type Actor, newId, NotFound, type Transaction, UnitOfWork } from '../../../platform/index.js';
import { RegisterBinding } from '../../binding/index.js';
import { Certificate, ownCertificate } from '../../core/index.js';
import { CertificateHiding } from '../data/certificate-hiding.entity.js';

@Injectable()
export class HideCertificate {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly binding: RegisterBinding,
  ) {}

  /**
   * Its address then shows only that the holder hides it; by number and name it is "not found".
   * @throws NotFound for another person's
   */
  execute(actor: Actor, id: string): Promise<{ number: string }> {
    return this.unitOfWork.run(actor, async (tx) => {
      const certificate = await lockOwnCertificate(tx, id);
      const { number } = certificate;
      if (await isHidden(tx, id)) {
        tx.withoutAudit('already hidden: nothing changes');
        return { number };
      }
      const inOrder = await this.binding.isInOrder(tx, certificate);
      await tx.of(CertificateHiding).insert({ id: newId(), certificateId: id, hiddenAt: tx.now, shownAt: null });
      if (inOrder) await this.binding.again(tx, [{ id, changed: ['hidings'] }]);
      await tx.audit('certificate.hidden', { type: 'certificate', id, label: number });
      return { number };
    });
  }
}

export const isHidden = (tx: Transaction, certificateId: string): Promise<boolean> =>
  tx.of(CertificateHiding).existsBy({ certificateId, shownAt: IsNull() });

export async function lockOwnCertificate(tx: Transaction, id: string): Promise<Certificate> {
  const own = await ownCertificate(tx.query, id, tx.actor.id);
  const certificate = own && (await tx.lock(Certificate, id));
  if (!certificate) throw new NotFound();
  return certificate;
}

/** A certificate that replaces or renews a hidden one is hidden as well, as its holder chose. */
export async function carryHiding(tx: Transaction, from: string, to: string): Promise<void> {
  if (!(await isHidden(tx, from))) return;
  await tx.of(CertificateHiding).insert({ id: newId(), certificateId: to, hiddenAt: tx.now, shownAt: null });
}
