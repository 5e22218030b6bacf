import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import {
  type Actor,
  dayOf,
  newId,
  NotAllowed,
  NotFound,
  refuse,
  refused,
  type Refused,
  UnitOfWork,
} from '../../../platform/index.js';
import { Certificate, ownCertificate } from '../../core/index.js';
import { CertificateEmails } from '../../issuing/index.js';
import { RenewalRequest } from '../data/renewal.entities.js';
import type { LifecycleRefusalCode } from '../domain/refusals.js';
import { requestBlockers } from '../domain/renewing.js';
import { renewing } from './renew-certificate.js';

type No = Refused<LifecycleRefusalCode>;

/** A holder asks for a renewal; the office renews (`RenewCertificate`) or declines. */
@Injectable()
export class RenewalRequests {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly emails: CertificateEmails,
  ) {}

  /** @throws NotFound for another person's certificate */
  ask(actor: Actor, id: string, note: string | null): Promise<{ number: string } | No> {
    return this.unitOfWork.run(actor, async (tx) => {
      const own = await ownCertificate(tx.query, id, actor.id);
      const certificate = own && (await tx.lock(Certificate, id));
      if (!certificate) throw new NotFound();
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

  /** The holder is told why. @throws NotFound */
  async decline(actor: Actor, id: string, answer: string): Promise<{ number: string } | No> {
    if (!may(actor, 'certificate.issue')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const certificate = await tx.lock(Certificate, id);
      if (!certificate) throw new NotFound();
      const { number, traineeId, token, facts } = certificate;
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
