import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { type Actor, newId, NotFound, type Transaction, UnitOfWork } from '../../../platform/index.js';
import { RegisterBinding, type RegisterRecord, type WrittenHiding } from '../../binding/index.js';
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
      const judged = await this.binding.judge(tx, certificate);
      const hiding = await hide(tx, id);
      if (judged) await this.binding.again(tx, [{ judged, written: { hiding } }]);
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

async function hide(tx: Transaction, certificateId: string): Promise<WrittenHiding> {
  const hiding = { id: newId(), hiddenAt: tx.now, shownAt: null };
  await tx.of(CertificateHiding).insert({ ...hiding, certificateId });
  return hiding;
}

/**
 * A certificate that replaces or renews a hidden one is hidden as well, as its holder chose.
 * @param from the record of the earlier one, as it was judged
 */
export async function carryHiding(
  tx: Transaction,
  { bound }: RegisterRecord,
  to: string,
): Promise<{ readonly hiding?: WrittenHiding }> {
  return bound.hidings.some(([, , until]) => until === null) ? { hiding: await hide(tx, to) } : {};
}
