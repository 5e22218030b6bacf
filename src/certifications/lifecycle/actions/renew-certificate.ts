import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import {
  type Actor,
  type QueryFunction,
  dayOf,
  isRefused,
  newId,
  newToken,
  NotAllowed,
  NotFound,
  refuse,
  refused,
  type Refused,
  type Transaction,
  UnitOfWork,
} from '../../../platform/index.js';
import { RegisterBinding, type RegisterRecord } from '../../binding/index.js';
import { Certificate } from '../../core/index.js';
import { drawPlaces } from '../../issuer/index.js';
import {
  CertificateEmails,
  drawNumberAfter,
  giveUpNumber,
  MakeDocuments,
  newSubjectUrn,
  type SignedDocuments,
  storeCertificates,
  StoreDocuments,
  type ToSign,
  withWritten,
} from '../../issuing/index.js';
import type { LogSigner } from '../../log/index.js';
import { carryHiding } from '../../register/index.js';
import { recordEvent } from '../data/record-event.js';
import { RenewalRequest } from '../data/renewal.entities.js';
import { emailOf } from '../data/holder-reach.js';
import { followerOf, termsOf } from '../data/renewals.js';
import type { LifecycleRefusalCode } from '../domain/refusals.js';
import { renewalBlockers, renewedUntil, type RenewalFacts } from '../domain/renewing.js';
import { type ActsOnSeen, seenOf } from '../domain/seen-certificate.js';

export interface RenewedCertificate {
  readonly id: string;
  readonly number: string;
  readonly expiresOn: string;
}

/** Further checks and writes in the transaction of a renewal. */
export type AroundRenewal = (
  tx: Transaction,
  renew: () => Promise<RenewedCertificate | No>,
) => Promise<RenewedCertificate | No>;

interface RenewalOptions extends ActsOnSeen {
  readonly around?: AroundRenewal;
}

interface PlannedRenewal {
  readonly toSign: ToSign;
  /** As it was shown: where the certificate is sent. */
  readonly email: string | null;
}

interface Renewal extends Pick<PlannedRenewal, 'email'> {
  readonly signed: SignedDocuments;
  readonly log: LogSigner;
}

type No = Refused<LifecycleRefusalCode>;

const alone: AroundRenewal = (_tx, renew) => renew();

@Injectable()
export class RenewCertificate {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly emails: CertificateEmails,
    private readonly make: MakeDocuments,
    private readonly store: StoreDocuments,
    private readonly binding: RegisterBinding,
  ) {}

  /**
   * Issues a new certificate with the same facts and a later last day. The old one stays valid until its own last day
   * and shows that it was renewed, so printed copies stay correct. @throws NotFound
   */
  async execute(
    actor: Actor,
    id: string,
    { around = alone, seen }: RenewalOptions = {},
  ): Promise<RenewedCertificate | No> {
    if (!may(actor, 'certificate.issue')) throw new NotAllowed();
    const planned = await this.unitOfWork.run(actor, (tx) => this.plan(tx, id, seen));
    if (isRefused(planned)) return planned;
    const [signed] = await this.make.execute([planned.toSign]);
    const log = await this.store.signer();
    const outcome = signed
      ? await this.unitOfWork.run(actor, (tx) =>
          around(tx, () => this.follow(tx, id, { signed, log, email: planned.email })),
        )
      : refused<LifecycleRefusalCode>(refuse('documentsNotMade', { number: planned.toSign.facts.number }));
    if (isRefused(outcome)) await giveUpNumber(this.unitOfWork, actor, planned.toSign.facts.number);
    return outcome;
  }

  /** Draws number and status index, so that the documents can be made outside of any transaction. */
  private async plan(tx: Transaction, id: string, seen: string | undefined): Promise<PlannedRenewal | No> {
    const renewable = await this.renewable(tx, id);
    if (isRefused(renewable)) return renewable;
    const {
      old,
      facts: { terms, today },
    } = renewable;
    const email = await emailOf(tx.query, old.traineeId);
    if (seen !== undefined && seen !== seenOf({ ...old, email, terms }))
      return refused<LifecycleRefusalCode>(refuse('changedSinceShown', { number: old.number }));
    const number = await drawNumberAfter(tx, this.binding, { ...old, issuedOn: today });
    if (isRefused(number)) return number;
    const [place] = await drawPlaces(tx, this.binding.key, 1);
    if (!place) return refused<LifecycleRefusalCode>(refuse('numbersExhausted'));
    tx.withoutAudit(
      'a number is drawn for a certificate that is issued, and then audited, when its documents are made',
    );
    const expiresOn = renewedUntil({ expiresOn: old.expiresOn ?? today, terms, today });
    const toSign = {
      id: newId(),
      token: newToken(),
      facts: { ...old.facts, number, issuedOn: today, expiresOn },
      subjectUrn: newSubjectUrn(),
      ...place,
      issuedAt: tx.now,
    };
    return { toSign, email };
  }

  private async renewable(tx: Transaction, id: string): Promise<Renewable | No> {
    const old = await tx.lock(Certificate, id);
    if (old?.id !== id) throw new NotFound();
    const judged = await this.binding.judge(tx, old);
    if (!judged) return refused<LifecycleRefusalCode>(refuse('recordAltered', { number: old.number }));
    const facts = await renewing(tx.query, old, dayOf(tx.now));
    const reasons = renewalBlockers(facts);
    return reasons.length > 0 ? refused(...reasons) : { old, judged, facts };
  }

  /** Re-check: it may have been revoked or renewed while the documents were made. */
  private async follow(tx: Transaction, id: string, { signed, log, email }: Renewal): Promise<RenewedCertificate | No> {
    const { id: freshId, token, facts, issuedAt } = signed;
    const renewable = await this.renewable(tx, id);
    if (isRefused(renewable)) return renewable;
    const {
      old: { number: oldNumber, token: oldToken, traineeId, achievementId },
      judged,
    } = renewable;
    const { number, expiresOn } = { number: facts.number, expiresOn: facts.expiresOn ?? '' };
    const [stored] = await storeCertificates(tx, [
      { facts, enrolmentId: null, traineeId, achievementId, supersedesId: id, made: { id: freshId, token, issuedAt } },
    ]);
    const event = await recordEvent(tx, { certificateId: id, kind: 'renewed', reason: null, reasonClass: null });
    const hiding = await carryHiding(tx, judged, freshId);
    await tx
      .of(RenewalRequest)
      .update(
        { certificateId: id, state: 'waiting' },
        { state: 'approved', decidedAt: tx.now, decidedByName: tx.actor.name },
      );
    await tx.audit(
      'certificate.renewed',
      { type: 'certificate', id, label: oldNumber },
      { number, validUntil: expiresOn },
    );
    const values = { old: oldNumber, until: expiresOn };
    await this.emails.send(tx, 'renewed', { traineeId, email, token, facts, values });
    const next = { id: freshId, token, number, byRenewal: true };
    const last = { id, token: oldToken, number: oldNumber, byRenewal: true };
    await this.store.execute(tx, log, {
      signed: [signed],
      issued: { act: 'renewal', stored: [withWritten(stored!, { ...hiding, last })] },
      changed: [{ judged, written: { event, next } }],
    });
    return { id: freshId, number, expiresOn };
  }
}

interface Renewable {
  readonly old: Certificate;
  readonly judged: RegisterRecord;
  readonly facts: RenewalFacts;
}

/** Facts for the rules of renewal on a day. */
export async function renewing(
  query: QueryFunction,
  certificate: Pick<Certificate, 'id' | 'facts' | 'state' | 'expiresOn' | 'achievementId'>,
  today: string,
): Promise<RenewalFacts> {
  const { id, facts, state, expiresOn, achievementId } = certificate;
  return {
    number: facts.number,
    state,
    expiresOn,
    today,
    followedBy: await followerOf(query, id),
    terms: await termsOf(query, achievementId),
  };
}
