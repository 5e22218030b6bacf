import { Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import { type Actor, type Ask, dayOf, isRefused, NotAllowed, NotFound, refuse, refused, type Refused, type Transaction, UnitOfWork } from '../../platform/index.js';
import { Certificate } from '../data/certificate.entity.js';
import { recordEvent } from '../data/life/record-event.js';
import { RenewalRequest } from '../data/life/renewal.entities.js';
import { followerOf, termsOf } from '../data/life/renewals.js';
import { logStanding } from '../data/log-standing.js';
import { storeCertificates } from '../data/store-certificates.js';
import type { CertificationRefusalCode } from '../domain/refusals.js';
import { renewalBlockers, renewedUntil, type Renewing } from '../domain/renewing.js';
import { CertificateLetters } from './certificate-letters.js';
import { carryHiding } from './hide-certificate.js';
import { newNumbers } from './issue-certificates.js';
import { IssuerKeys } from './issuer-keys.js';

export interface Renewed {
  readonly id: string;
  readonly number: string;
  readonly expiresOn: string;
}

type No = Refused<CertificationRefusalCode>;

@Injectable()
export class RenewCertificate {
  constructor(private readonly unitOfWork: UnitOfWork, private readonly letters: CertificateLetters, private readonly keys: IssuerKeys) {}

  /**
   * A new certificate of the same facts with a later last day. It stands beside the old one, which holds until its own
   * last day and says that it was renewed: nothing that was printed becomes wrong. @throws NotFound
   */
  async for(actor: Actor, id: string): Promise<Renewed | No> {
    if (!may(actor, 'certificate.issue')) throw new NotAllowed();
    const { log } = await this.keys.ready();
    return this.unitOfWork.run(actor, async (tx) => {
      const old = await tx.lock(Certificate, id);
      if (!old) throw new NotFound();
      const facts = await renewing((query) => tx.rows(query), old, dayOf(tx.now));
      const reasons = renewalBlockers(facts);
      if (reasons.length > 0) return refused(...reasons);
      const outcome = await this.follow(tx, old, facts);
      if (!isRefused(outcome)) await logStanding(tx, log, [outcome.id]);
      return outcome;
    });
  }

  private async follow(tx: Transaction, old: Certificate, { terms, today }: Renewing): Promise<Renewed | No> {
    const [number] = (await newNumbers(tx, { year: Number(today.slice(0, 4)), count: 1 })) ?? [];
    if (number === undefined) return refused<CertificationRefusalCode>(refuse('numbersExhausted'));
    const { traineeId, achievementId } = old;
    const expiresOn = renewedUntil({ expiresOn: old.expiresOn ?? today, terms, today });
    const facts = { ...old.facts, number, issuedOn: today, expiresOn };
    const [fresh] = await storeCertificates(tx, [{ facts, enrolmentId: null, traineeId, achievementId, supersedesId: old.id }]);
    if (!fresh) throw new Error('A certificate was not stored');
    await recordEvent(tx, { certificateId: old.id, kind: 'renewed', reason: null, reasonClass: null });
    await carryHiding(tx, old.id, fresh.id);
    await tx.of(RenewalRequest).update({ certificateId: old.id, state: 'waiting' }, { state: 'approved', decidedAt: tx.now, decidedByName: tx.actor.name });
    await tx.audit('certificate.renewed', { type: 'certificate', id: old.id, label: old.number }, { number, validUntil: expiresOn });
    await this.letters.send(tx, 'renewed', { traineeId, token: fresh.token, facts, values: { old: old.number, until: expiresOn } });
    return { id: fresh.id, number, expiresOn };
  }
}

/** What the rules of renewal ask about a certificate on a day. */
export async function renewing(ask: Ask, certificate: Pick<Certificate, 'id' | 'facts' | 'state' | 'expiresOn' | 'achievementId'>, today: string): Promise<Renewing> {
  const { id, facts, state, expiresOn, achievementId } = certificate;
  return { number: facts.number, state, expiresOn, today, followedBy: await followerOf(ask, id), terms: await termsOf(ask, achievementId) };
}
