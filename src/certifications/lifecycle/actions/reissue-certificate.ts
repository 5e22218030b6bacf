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
import { RegisterBinding, type RegisterRecord, type WrittenRows } from '../../binding/index.js';
import { Certificate, type CertificateState, type ReplacementClass } from '../../core/index.js';
import { namesFit, unprintableNames } from '../../documents/index.js';
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
    const { toSign, ...shown } = planned;
    const [signed] = await this.make.execute([toSign]);
    const log = await this.store.signer();
    const outcome = signed
      ? await this.unitOfWork.run(actor, (tx) => this.replace(tx, { signed, log, id, correction, ...shown }))
      : refused<LifecycleRefusalCode>(refuse('documentsNotMade', { number: toSign.facts.number }));
    if (isRefused(outcome)) await giveUpNumber(this.unitOfWork, actor, toSign.facts.number);
    return outcome;
  }

  /** Draws number and status index, so that the documents can be made outside of any transaction. */
  private async plan(
    tx: Transaction,
    id: string,
    { seen, ...correction }: Correction & ActsOnSeen,
  ): Promise<PlannedReplacement | Refused<LifecycleRefusalCode>> {
    const found = await this.replaceable(tx, id, correction);
    if (isRefused(found)) return found;
    const { old } = found;
    const email = await emailOf(tx.query, old.traineeId);
    if (seen !== undefined && seen !== seenOf({ ...old, email, terms: null }))
      return refused<LifecycleRefusalCode>(refuse('changedSinceShown', { number: old.number }));
    const issuedOn = dayOf(tx.now);
    const number = await drawNumberAfter(tx, this.binding, { ...old, issuedOn });
    if (isRefused(number)) return number;
    const [place] = await drawPlaces(tx, this.binding.key, 1);
    if (!place) return refused<LifecycleRefusalCode>(refuse('numbersExhausted'));
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
    };
    return { toSign, was: old.state, email };
  }

  private async replaceable(
    tx: Transaction,
    id: string,
    correction: Correction,
  ): Promise<Replaceable | Refused<LifecycleRefusalCode>> {
    const old = await tx.lock(Certificate, id);
    if (old?.id !== id) throw new NotFound();
    const judged = await this.binding.judge(tx, old);
    if (!judged) return refused<LifecycleRefusalCode>(refuse('recordAltered', { number: old.number }));
    const reasons = reissueBlockers({
      number: old.number,
      state: old.state,
      printed: old.facts.recipient,
      correction,
      replacedBy: await replacementNumber(tx.query, old),
      unprintable: unprintableNames(correction),
      fits: namesFit(correction, old.facts.layout),
    });
    return reasons.length > 0 ? refused(...reasons) : { old, judged };
  }

  private async replace(
    tx: Transaction,
    { signed, log, id, correction, was, email }: ReplacementFacts,
  ): Promise<{ id: string; number: string } | Refused<LifecycleRefusalCode>> {
    const found = await this.replaceable(tx, id, correction);
    if (isRefused(found)) return found;
    const { old, judged } = found;
    // It was revoked while the documents were made: a correction must not undo that.
    if (old.state !== was) return refused<LifecycleRefusalCode>(refuse('changedMeanwhile', { number: old.number }));
    const { reasonClass, reason } = correction;
    const ended = old.state === 'valid' ? await this.supersede(tx, old, correction) : {};
    const { enrolmentId, traineeId, achievementId } = old;
    const { facts, token, issuedAt } = signed;
    const [stored] = await storeCertificates(tx, [
      { facts, enrolmentId, traineeId, achievementId, supersedesId: old.id, made: { id: signed.id, token, issuedAt } },
    ]);
    const hiding = await carryHiding(tx, judged, signed.id);
    await tx.audit(
      'certificate.reissued',
      { type: 'certificate', id: old.id, label: old.number },
      { replacedBy: facts.number, reasonClass, reason },
    );
    await this.emails.send(tx, 'replaced', {
      traineeId,
      email,
      token,
      facts,
      spoken: { kind: `certificate_reason.${reasonClass}` },
      values: { old: old.number, reason },
    });
    const next = { id: signed.id, token, number: facts.number, byRenewal: false };
    const last = { id: old.id, token: old.token, number: old.number, byRenewal: false };
    await this.store.execute(tx, log, {
      signed: [signed],
      issued: { act: 'replacement', stored: [withWritten(stored!, { ...hiding, last })] },
      changed: [{ judged, written: { ...ended, next } }],
    });
    return { id: signed.id, number: facts.number };
  }

  private async supersede(
    tx: Transaction,
    { id, revokedAt, reason: oldReason }: Certificate,
    { reason, reasonClass }: Correction,
  ): Promise<WrittenRows> {
    await tx.of(Certificate).update({ id }, { state: 'superseded' });
    const event = await recordEvent(tx, { certificateId: id, kind: 'superseded', reason, reasonClass });
    return { standing: { state: 'superseded', revokedAt, reason: oldReason }, event };
  }
}

interface Replaceable {
  readonly old: Certificate;
  readonly judged: RegisterRecord;
}

interface PlannedReplacement {
  readonly toSign: ToSign;
  /** State of the old one. */
  readonly was: CertificateState;
  /** As it was shown: where the new one is sent. */
  readonly email: string | null;
}

interface ReplacementFacts extends Omit<PlannedReplacement, 'toSign'> {
  readonly signed: SignedDocuments;
  readonly log: LogSigner;
  readonly id: string;
  readonly correction: Correction;
}
