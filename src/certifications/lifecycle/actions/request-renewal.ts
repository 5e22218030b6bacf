import { Injectable } from '@nestjs/common';
import {
  type Actor,
  dayOf,
  newId,
  NotFound,
  refuse,
  refused,
  type Refused,
  UnitOfWork,
} from '../../../platform/index.js';
import { RegisterBinding } from '../../binding/index.js';
import { Certificate, ownCertificate } from '../../core/index.js';
import { RenewalRequest } from '../data/renewal.entities.js';
import type { LifecycleRefusalCode } from '../domain/refusals.js';
import { requestBlockers } from '../domain/renewing.js';
import { renewing } from './renew-certificate.js';

export type No = Refused<LifecycleRefusalCode>;

@Injectable()
export class RequestRenewal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly binding: RegisterBinding,
  ) {}

  /**
   * A holder requests a renewal; the office renews (`RenewCertificate`) or declines.
   * @throws NotFound for another person's certificate
   */
  execute(actor: Actor, id: string, note: string | null): Promise<{ number: string } | No> {
    return this.unitOfWork.run(actor, async (tx) => {
      const own = await ownCertificate(tx.query, id, actor.id);
      const certificate = own && (await tx.lock(Certificate, id));
      if (!certificate) throw new NotFound();
      if (!(await this.binding.judge(tx, certificate)))
        return refused<LifecycleRefusalCode>(refuse('recordAltered', { number: certificate.number }));
      const reasons = requestBlockers(await renewing(tx.query, certificate, dayOf(tx.now)));
      if (reasons.length > 0) return refused(...reasons);
      if (await tx.of(RenewalRequest).existsBy({ certificateId: id, state: 'waiting' }))
        return refused<LifecycleRefusalCode>(refuse('renewalAskedBefore'));
      await tx.of(RenewalRequest).insert({
        id: newId(),
        certificateId: id,
        askedAt: tx.now,
        note,
        state: 'waiting',
        decidedAt: null,
        decidedByName: null,
        answer: null,
      });
      await tx.audit('renewal.requested', { type: 'certificate', id, label: certificate.number });
      return { number: certificate.number };
    });
  }
}
