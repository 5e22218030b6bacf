import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import {
  type Actor,
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
import { RegisterBinding } from '../../binding/index.js';
import { Certificate, type CertificateState, type ReplacementClass } from '../../core/index.js';
import { namesFit, unprintableNames } from '../../documents/index.js';
import { drawPlaces } from '../../issuer/index.js';
import {
  CertificateEmails,
  giveUpNumber,
  MakeDocuments,
  newNumbers,
  newSubjectUrn,
  numbering,
  type SignedDocuments,
  storeCertificates,
  StoreDocuments,
  type ToSign,
} from '../../issuing/index.js';
import type { NoteSigner } from '../../log/index.js';
import { carryHiding } from '../../register/index.js';
import { recordEvent } from '../data/record-event.js';
import { emailOf } from '../data/holder-reach.js';
import { replacementNumber } from '../data/replacement-number.js';
import type { LifecycleRefusalCode } from '../domain/refusals.js';
import { reissueBlockers } from '../domain/reissuing.js';
import { type ActsOnSeen, seenOf } from '../domain/seen-certificate.js';

export interface Correction {
  readonly reasonClass: ReplacementClass;
  readonly name: string;
  readonly latinName: string | null;
  /** What the public reads in the history of the old one. */
  readonly reason: string;
}

@Injectable()
export class ReissueCertificate {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly emails: CertificateEmails,
    private readonly make: MakeDocuments,
    private readonly store: StoreDocuments,
    private readonly binding: RegisterBinding,
  ) {}

  /**
   * Issues a new certificate in place of a valid one (such as for a corrected name) or a revoked one. The old one can
   * still be found and links to the new one; achievement and last day stay the same.
   * @throws NotFound
   */
  async execute(
    actor: Actor,
    id: string,
    { seen, ...correction }: Correction & ActsOnSeen,
  ): Promise<{ id: string; number: string } | Refused<LifecycleRefusalCode>> {
    if (!may(actor, 'certificate.issue')) throw new NotAllowed();
    const planned = await this.unitOfWork.run(actor, (tx) => this.plan(tx, id, { seen, ...correction }));
    if (isRefused(planned)) return planned;
    const [signed] = await this.make.execute([planned.toSign]);
    const log = await this.store.signer();
    const outcome = signed
      ? await this.unitOfWork.run(actor, (tx) => this.replace(tx, { signed, log, id, correction, was: planned.was }))
      : refused<LifecycleRefusalCode>(refuse('documentsNotMade', { number: planned.toSign.facts.number }));
    if (isRefused(outcome)) await giveUpNumber(this.unitOfWork, actor, planned.toSign.facts.number);
    return outcome;
  }

  /** Draws number and status index, so that the documents can be made outside of any transaction. */
  private async plan(
    tx: Transaction,
    id: string,
    { seen, ...correction }: Correction & ActsOnSeen,
  ): Promise<Planned | Refused<LifecycleRefusalCode>> {
    const old = await this.replaceable(tx, id, correction);
    if (isRefused(old)) return old;
    const email = await emailOf(tx.query, old.traineeId);
    if (seen !== undefined && seen !== seenOf({ ...old, email }))
      return refused<LifecycleRefusalCode>(refuse('changedSinceShown', { number: old.number }));
    const issuedOn = dayOf(tx.now);
    const numbers = await newNumbers(tx, { ...numbering({ ...old.facts, issuedOn }, old.achievementId), count: 1 });
    if (isRefused(numbers)) return numbers;
    const [number] = numbers;
    const [place] = await drawPlaces(tx, 1);
    if (number === undefined || !place) return refused<LifecycleRefusalCode>(refuse('numbersExhausted'));
    tx.withoutAudit(
      'a number is drawn for a certificate that is issued, and then audited, when its documents are made',
    );
    const { name, latinName } = correction;
    const toSign = {
      id: newId(),
      token: newToken(),
      facts: { ...old.facts, number, issuedOn, recipient: { name, latinName } },
      subjectUrn: newSubjectUrn(),
      ...place,
      issuedAt: tx.now,
      email,
    };
    return { toSign, was: old.state };
  }

  private async replaceable(
    tx: Transaction,
    id: string,
    correction: Correction,
  ): Promise<Certificate | Refused<LifecycleRefusalCode>> {
    const old = await tx.lock(Certificate, id);
    if (old?.id !== id) throw new NotFound();
    if (!(await this.binding.isInOrder(tx, old)))
      return refused<LifecycleRefusalCode>(refuse('recordAltered', { number: old.number }));
    const reasons = reissueBlockers({
      number: old.number,
      state: old.state,
      printed: old.facts.recipient,
      correction,
      replacedBy: await replacementNumber(tx.query, old),
      unprintable: unprintableNames(correction),
      fits: namesFit(correction, old.facts.layout),
    });
    return reasons.length > 0 ? refused(...reasons) : old;
  }

  private async replace(
    tx: Transaction,
    { signed, log, id, correction, was }: Replacing,
  ): Promise<{ id: string; number: string } | Refused<LifecycleRefusalCode>> {
    const old = await this.replaceable(tx, id, correction);
    if (isRefused(old)) return old;
    // It was revoked while the documents were made: a correction must not undo that.
    if (old.state !== was) return refused<LifecycleRefusalCode>(refuse('changedMeanwhile', { number: old.number }));
    const { reasonClass, reason } = correction;
    if (old.state === 'valid') {
      await tx.of(Certificate).update({ id: old.id }, { state: 'superseded' });
      await recordEvent(tx, { certificateId: old.id, kind: 'superseded', reason, reasonClass });
    }
    const { enrolmentId, traineeId, achievementId } = old;
    const { facts, token, issuedAt } = signed;
    const stored = await storeCertificates(tx, [
      { facts, enrolmentId, traineeId, achievementId, supersedesId: old.id, made: { id: signed.id, token, issuedAt } },
    ]);
    await carryHiding(tx, old.id, signed.id);
    await tx.audit(
      'certificate.reissued',
      { type: 'certificate', id: old.id, label: old.number },
      { replacedBy: facts.number, reasonClass, reason },
    );
    await this.emails.send(tx, 'replaced', {
      traineeId,
      token,
      facts,
      spoken: { kind: `certificate_reason.${reasonClass}` },
      values: { old: old.number, reason },
    });
    const state = old.state === 'valid' ? 'superseded' : old.state;
    await this.store.execute(tx, log, {
      signed: [signed],
      issued: { act: 'replacement', stored },
      changed: [{ id: old.id, state }],
    });
    return { id: signed.id, number: facts.number };
  }
}

interface Planned {
  readonly toSign: ToSign;
  /** State of the old one. */
  readonly was: CertificateState;
}

interface Replacing {
  readonly signed: SignedDocuments;
  readonly log: NoteSigner;
  readonly id: string;
  readonly correction: Correction;
  readonly was: CertificateState;
}
