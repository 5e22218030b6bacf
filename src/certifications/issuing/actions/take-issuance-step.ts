import { Injectable } from '@nestjs/common';
import { whoMayStill } from '../../../accounts/index.js';
import {
  type Actor,
  Busy,
  found,
  type QueryFunction,
  Jobs,
  type JobUnderWay,
  NotFound,
  ReadDatabase,
  refuse,
  type Refusal,
  type StepResult,
  SYSTEM,
  TimeBudget,
  type Transaction,
  UnitOfWork,
} from '../../../platform/index.js';
import { RegisterBinding } from '../../binding/index.js';
import type { CertificateFacts } from '../../core/index.js';
import { madeOutFor } from '../../templates/index.js';
import { type CandidateRow, candidatesOf } from '../data/candidates.js';
import { settleNumbers } from '../data/draw-numbers.js';
import { IssuanceItem } from '../data/issuance.entity.js';
import { countSettled, issuanceById, type IssuanceRow, type ItemRow, itemsOf } from '../data/issuances.js';
import { storeCertificates } from '../data/store-certificates.js';
import { isAsSeen, issuingBlockers } from '../domain/issuing.js';
import type { IssuingRefusalCode } from '../domain/refusals.js';
import { CertificateEmails } from './certificate-emails.js';
import { CheckIssuancePlan } from './check-issuance-plan.js';
import { lockIssuance } from './lock-issuance.js';
import { MakeDocuments, type SignedDocuments } from './make-documents.js';
import { StoreDocuments } from './store-documents.js';

export const ISSUANCE = 'issuance';
/** Milliseconds after which the job yields to requests. */
const A_STRETCH = 15;
/** Seconds. */
const RETRY_AFTER = 1;

type Reasons = readonly Refusal<IssuingRefusalCode>[];
interface Pass {
  readonly item: ItemRow;
  readonly facts: CertificateFacts;
  readonly person: CandidateRow;
}

interface Step {
  readonly items: readonly ItemRow[];
  /** Ids of items that matched the plan when their documents were made. */
  readonly madeFor: ReadonlySet<string>;
  /** `null`: documents are made later. */
  readonly signed: readonly SignedDocuments[] | null;
}

/** Issues planned certificates in parts: makes documents first, then stores everything in one transaction. */
@Injectable()
export class TakeIssuanceStep {
  private readonly query: QueryFunction;
  private readonly underWay = new Map<string, Promise<StepResult>>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly make: MakeDocuments,
    private readonly store: StoreDocuments,
    private readonly emails: CertificateEmails,
    private readonly binding: RegisterBinding,
    private readonly check: CheckIssuancePlan,
    reads: ReadDatabase,
    jobs: Jobs,
  ) {
    this.query = reads.query;
    jobs.define(ISSUANCE, (job) => this.asJob(job));
  }

  /**
   * Serialized for all callers: a concurrent step would make the same documents twice. `later`: documents are made by
   * the background worker.
   * @param actor `null`: whoever began it
   */
  execute(actor: Actor | null, issuanceId: string, documents: 'now' | 'later' = 'now'): Promise<StepResult> {
    const before = this.underWay.get(issuanceId) ?? Promise.resolve();
    const step = before.catch(() => undefined).then(() => this.step(actor, issuanceId, documents));
    this.underWay.set(issuanceId, step);
    const forget = () => {
      if (this.underWay.get(issuanceId) === step) this.underWay.delete(issuanceId);
    };
    step.then(forget, forget);
    return step;
  }

  private async asJob({ id, subjectId }: JobUnderWay): Promise<StepResult> {
    const issuance = await issuanceById(this.query, subjectId);
    if (issuance?.jobId !== id) throw new Error(`Job ${id} is not that of the issue ${subjectId}`);
    return this.execute(null, subjectId);
  }

  private async step(actor: Actor | null, issuanceId: string, documents: 'now' | 'later'): Promise<StepResult> {
    const issuance = await issuanceById(this.query, issuanceId);
    if (!issuance) throw new NotFound();
    const items = await itemsOf(this.query, issuanceId, {
      state: 'waiting',
      most: documents === 'now' ? this.make.atOnce : 500,
    });
    if (items.length > 0) {
      const madeFor = await this.check.asPlanned(this.query, issuance, items);
      const planned = items.filter(({ id }) => madeFor.has(id));
      // Whom a plan names that is not as it was made may never have begun anything.
      const starter = madeFor.size > 0 ? issuance.startedBy : SYSTEM;
      await this.issue(actor ?? starter, issuance, {
        items,
        madeFor,
        signed: documents === 'later' ? null : await this.documentsFor(issuance, planned),
      });
    }
    const done = await countSettled(this.query, issuanceId);
    const isAnyLeft = (await itemsOf(this.query, issuanceId, { state: 'waiting', most: 1 })).length > 0;
    return { done, finished: !isAnyLeft && (await this.check.isOver(issuance)) };
  }

  private documentsFor({ facts }: IssuanceRow, items: readonly ItemRow[]): Promise<SignedDocuments[]> {
    const issuedAt = this.make.issuedAtNow();
    return this.make.execute(
      items.map(({ id, token, subjectUrn, statusList, statusIndex, ...item }) => ({
        id,
        token,
        subjectUrn,
        statusList,
        statusIndex,
        issuedAt,
        facts: factsOf(facts, item),
      })),
    );
  }

  private async issue(actor: Actor, before: IssuanceRow, { items: taken, madeFor, signed }: Step): Promise<void> {
    const signer = await this.store.signer();
    const altered = await this.unitOfWork.run(actor, async (tx) => {
      const { query } = tx;
      // Judged again under the lock: it may have been stopped, resumed or altered since.
      const issuance = found(await lockIssuance(tx, before.id));
      // The job is stopped as well; the items go on waiting.
      if (issuance.isStopped) throw new Busy(RETRY_AFTER);
      const { people } = await candidatesOf(query, this.binding.key, issuance);
      const now = new Map((await itemsOf(query, issuance.id, { state: 'waiting' })).map((item) => [item.id, item]));
      const items = taken.flatMap(({ id }) => now.get(id) ?? []);
      const asPlanned = await this.check.asPlanned(query, issuance, items);
      const plan = { kind: 'issuance', id: issuance.id } as const;
      const mayIssue = (await whoMayStill(query, actor, 'certificate.issue')) !== null;
      const passes: Pass[] = [];
      const settled: string[] = [];
      // An item that only now is as planned has no documents yet; the next step takes it.
      for (const item of items.filter(({ id }) => madeFor.has(id) || !asPlanned.has(id))) {
        const person = people.find(({ enrolmentId }) => enrolmentId === item.enrolmentId);
        const reasons = asPlanned.has(item.id)
          ? mayIssue
            ? reasonsAgainst(item, person, signed)
            : [refuse<IssuingRefusalCode>('starterMayNot', { name: actor.name })]
          : [refuse<IssuingRefusalCode>('planAltered', { number: item.number })];
        if (person && reasons.length === 0) passes.push({ item, person, facts: factsOf(issuance.facts, item) });
        else await this.refuse(tx, item, reasons);
        settled.push(item.id);
      }
      if (settled.length === 0) {
        tx.withoutAudit('all items were settled meanwhile');
        return [];
      }
      const issuedAt = signed?.[0]?.issuedAt ?? tx.now;
      const stored = await storeCertificates(
        tx,
        passes.map(({ item, facts }) => ({
          facts,
          enrolmentId: item.enrolmentId,
          traineeId: item.traineeId,
          achievementId: issuance.achievementId,
          supersedesId: null,
          made: { id: item.id, token: item.token, issuedAt },
        })),
      );
      const stretch = new TimeBudget(A_STRETCH);
      for (const { item, person, facts } of passes) {
        await stretch.yieldIfSpent();
        await tx.of(IssuanceItem).update({ id: item.id }, { state: 'issued', settledAt: tx.now });
        await this.emails.sendTo(tx, 'issued', { person: { ...person, email: item.email }, token: item.token, facts });
      }
      await tx.audit(
        'certificates.issued',
        { type: 'cohort', id: issuance.cohortId, label: issuance.cohortCode },
        { count: passes.length, numbers: passes.map(({ item }) => item.number) },
      );
      await stretch.yieldIfSpent();
      if (signed)
        await this.store.execute(tx, signer, {
          signed: signed.filter(({ id }) => passes.some(({ item }) => item.id === id)),
          issued: { act: 'issuance', stored },
          changed: [],
        });
      else await this.binding.issued(tx, 'issuance', stored);
      const isAltered = items.some(({ id }) => !asPlanned.has(id));
      const isOver = settled.length === now.size;
      const checked = items.filter(({ id }) => asPlanned.has(id) && settled.includes(id));
      await this.binding.planSettled(tx, {
        ...plan,
        settled,
        ...(checked.length > 0 && { checked: { head: issuance.bound, items: checked.map((item) => item.bound) } }),
        isAlteredAndOver: isOver && isAltered,
      });
      const altered = new Set(people.filter((one) => one.isOutcomeAltered).map(({ enrolmentId }) => enrolmentId));
      return items
        .filter(({ id, enrolmentId }) => !asPlanned.has(id) || altered.has(enrolmentId))
        .map(({ number }) => number);
    });
    if (altered.length > 0) await this.check.reportAltered(before, `altered plan or outcome of ${altered.join(', ')}`);
  }

  private async refuse(tx: Transaction, item: ItemRow, reasons: Reasons): Promise<void> {
    await tx.of(IssuanceItem).update({ id: item.id }, { state: 'refused', reasons, settledAt: tx.now });
    await settleNumbers(tx, [item.number], { state: 'void', reason: 'refused' });
  }
}

/** Re-check the conditions: they may have changed since the issue began. */
function reasonsAgainst(
  item: ItemRow,
  person: CandidateRow | undefined,
  signed: readonly SignedDocuments[] | null,
): Reasons {
  if (!person) return [refuse('enrolmentNotCompleted')];
  const reasons = issuingBlockers({ ...person, underWay: null, unprintable: [] });
  if (reasons.length > 0) return reasons;
  if (person.name !== item.name || person.latinName !== item.latinName) return [refuse('nameChangedMeanwhile')];
  if (!isAsSeen(item)) return [refuse('addressChangedMeanwhile')];
  return signed && !signed.some(({ id }) => id === item.id)
    ? [refuse('documentsNotMade', { number: item.number })]
    : [];
}

function factsOf(
  facts: IssuanceRow['facts'],
  { number, name, latinName, results }: Pick<ItemRow, 'number' | 'name' | 'latinName' | 'results'>,
): CertificateFacts {
  return madeOutFor(facts, { number, name, latinName, results });
}
