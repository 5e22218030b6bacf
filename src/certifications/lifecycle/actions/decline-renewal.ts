import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { type Actor, NotAllowed, refuse, refused, UnitOfWork, found } from '../../../platform/index.js';
import { RegisterBinding } from '../../binding/index.js';
import { Certificate } from '../../core/index.js';
import { CertificateEmails } from '../../issuing/index.js';
import { RenewalRequest } from '../data/renewal.entities.js';
import type { LifecycleRefusalCode } from '../domain/refusals.js';
import { type No } from './request-renewal.js';

@Injectable()
export class DeclineRenewal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly emails: CertificateEmails,
    private readonly binding: RegisterBinding,
  ) {}

  /** Declines a request; the holder is notified of the reason. @throws NotFound */
  async execute(actor: Actor, id: string, answer: string): Promise<{ number: string } | No> {
    if (!may(actor, 'certificate.issue')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const certificate = found(await tx.lock(Certificate, id));
      const { number, traineeId, token, facts } = certificate;
      if (!(await this.binding.judge(tx, certificate)))
        return refused<LifecycleRefusalCode>(refuse('recordAltered', { number }));
      const request = await tx.of(RenewalRequest).findOneBy({ certificateId: id, state: 'waiting' });
      if (!request) return refused<LifecycleRefusalCode>(refuse('renewalRequestDecided'));
      await tx
        .of(RenewalRequest)
        .update({ id: request.id }, { state: 'declined', decidedAt: tx.now, decidedByName: actor.name, answer });
      await tx.audit('renewal.declined', { type: 'certificate', id, label: number }, { reason: answer });
      await this.emails.send(tx, 'renewal_declined', { traineeId, token, facts, values: { answer } });
      return { number };
    });
  }
}
