import { Injectable } from '@nestjs/common';
import {
  type Actor,
  newId,
  NotFound,
  RecordsContradict,
  type Transaction,
  UnitOfWork,
} from '../../../platform/index.js';
import { RegisterBinding, type RegisterRecord, type WrittenHiding } from '../../binding/index.js';
import { Certificate, ownCertificate } from '../../core/index.js';
import { CertificateHiding } from '../data/certificate-hiding.entity.js';
import { isHidden } from '../data/shown-certificate.js';

@Injectable()
export class HideCertificate {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly binding: RegisterBinding,
  ) {}

  /**
   * Its address then shows only that the holder hides it; by number and name it is "not found".
   * @throws NotFound for another person's
   * @throws RecordsContradict if its record was altered: the holder's decision would not be bound
   */
  execute(actor: Actor, id: string): Promise<{ number: string }> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { number, judged } = await lockOwnCertificate(tx, this.binding, id);
      if (isHidden(judged.bound)) {
        tx.withoutAudit('already hidden: nothing changes');
        return { number };
      }
      const hiding = await hide(tx, id);
      await this.binding.again(tx, [{ judged, written: { hiding } }]);
      await tx.audit('certificate.hidden', { type: 'certificate', id, label: number });
      return { number };
    });
  }
}

/** @throws NotFound, RecordsContradict as `HideCertificate` */
export async function lockOwnCertificate(
  tx: Transaction,
  binding: RegisterBinding,
  id: string,
): Promise<{ readonly number: string; readonly judged: RegisterRecord }> {
  const own = await ownCertificate(tx.query, id, tx.actor.id);
  const certificate = own && (await tx.lock(Certificate, id));
  if (!certificate) throw new NotFound();
  const { number } = certificate;
  const judged = await binding.judge(tx, certificate);
  if (!judged) throw new RecordsContradict(`certificate ${number} is not what was bound`);
  return { number, judged };
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
  return isHidden(bound) ? { hiding: await hide(tx, to) } : {};
}
