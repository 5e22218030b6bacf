import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { type Actor, UnitOfWork } from '../../../platform/index.js';
import { RegisterBinding } from '../../binding/index.js';
import { CertificateHiding } from '../data/certificate-hiding.entity.js';
import { isHidden, lockOwnCertificate } from './hide-certificate.js';

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
      if (!(await isHidden(tx, id))) {
        tx.withoutAudit('already shown: nothing changes');
        return { number };
      }
      const hidden = { certificateId: id, shownAt: IsNull() };
      const hiding = await tx.of(CertificateHiding).findOneByOrFail(hidden);
      await tx.of(CertificateHiding).update(hidden, { shownAt: tx.now });
      await this.binding.again(tx, [{ judged, written: { hiding: { ...hiding, shownAt: tx.now } } }]);
      await tx.audit('certificate.shown', { type: 'certificate', id, label: number });
      return { number };
    });
  }
}
