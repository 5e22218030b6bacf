import { Injectable } from '@nestjs/common';
import { type Actor, UnitOfWork } from '../../../platform/index.js';
import { RegisterBinding } from '../../binding/index.js';
import { CertificateHiding } from '../data/certificate-hiding.entity.js';
import { lockOwnCertificate } from './hide-certificate.js';

@Injectable()
export class ShowCertificate {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly binding: RegisterBinding,
  ) {}

  /** Makes the certificate public again. @throws NotFound, RecordsContradict as `HideCertificate` */
  execute(actor: Actor, id: string): Promise<{ number: string }> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { number, judged } = await lockOwnCertificate(tx, this.binding, id);
      const hidden = judged.bound.hidings.find(([, , until]) => until === null);
      if (!hidden) {
        tx.withoutAudit('already shown: nothing changes');
        return { number };
      }
      const hiding = { id: String(hidden[0]), hiddenAt: Number(hidden[1]), shownAt: tx.now };
      await tx.of(CertificateHiding).update({ id: hiding.id }, { shownAt: hiding.shownAt });
      await this.binding.again(tx, [{ judged, written: { hiding } }]);
      await tx.audit('certificate.shown', { type: 'certificate', id, label: number });
      return { number };
    });
  }
}
