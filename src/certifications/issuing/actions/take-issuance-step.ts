import { Injectable } from '@nestjs/common';
import { whoMayStill } from '../../../accounts/index.js';
import { Cohort } from '../../../cohorts/index.js';
import {
  type Actor,
  type QueryFunction,
  Jobs,
  type JobUnderWay,
  NotFound,
  ReadDatabase,
  refuse,
  type Refusal,
  type StepTaken,
  SYSTEM,
  TimeBudget,
  type Transaction,
  UnitOfWork,
} from '../../../platform/index.js';
import { RegisterBinding, ReportAlteredRecord } from '../../binding/index.js';
import type { CertificateFacts } from '../../core/index.js';
import { madeOutFor } from '../../templates/index.js';
import { type CandidateRow, candidatesOf } from '../data/candidates.js';
import { settleNumbers } from '../data/draw-numbers.js';
import { IssuanceItem } from '../data/issuance.entity.js';
import { countSettled, issuanceById, type IssuanceRow, type ItemRow, itemsOf, waitingIds } from '../data/issuances.js';
import { storeCertificates } from '../data/store-certificates.js';
import { issuingBlockers, seenPerson } from '../domain/issuing.js';
import type { IssuingRefusalCode } from '../domain/refusals.js';
import { CertificateEmails } from './certificate-emails.js';
import { MakeDocuments, type SignedDocuments } from './make-documents.js';
import { StoreDocuments } from './store-documents.js';

export const ISSUANCE = 'issuance';
/** Milliseconds after which the job yields to requests. */
const A_STRETCH = 15;

type Reasons = readonly Refusal<IssuingRefusalCode>[];
interface Pass {
  readonly item: ItemRow;
  readonly facts: CertificateFacts;
  readonly person: CandidateRow;
}

interface Step {
  readonly items: readonly ItemRow[];
  /** Ids of items that match the plan. */
  readonly asPlanned: ReadonlySet<string>;
  /** `null`: documents are made later. */
  readonly signed: readonly SignedDocuments[] | null;
}

/** Issues planned certificates in parts: makes documents first, then stores everything in one transaction. */
@Injectable()
export class TakeIssuanceStep {
  private readonly query: QueryFunction;
  private readonly underWay = new Map<string, Promise<StepTaken>>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly make: MakeDocuments,
    private readonly store: StoreDocuments,
    private readonly emails: CertificateEmails,
    private readonly binding: RegisterBinding,
    private readonly report: ReportAlteredRecord,
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
  execute(actor: Actor | null, issuanceId: string, documents: 'now' | 'later' = 'now'): Promise<StepTaken> {
    const before = this.underWay.get(issuanceId) ?? Promise.resolve();
    const step = before.catch(() => undefined).then(() => this.step(actor, issuanceId, documents));
    this.underWay.set(issuanceId, step);
    const forget = () => {
      if (this.underWay.get(issuanceId) === step) this.underWay.delete(issuanceId);
    };
    step.then(forget, forget);
    return step;
  }

  private async asJob({ id, subjectId }: JobUnderWay): Promise<StepTaken> {
    const issuance = await issuanceById(this.query, subjectId);
    if (issuance?.jobId !== id) throw new Error(`Job ${id} is not that of the issue ${subjectId}`);
    return this.execute(null, subjectId);
  }

  private async step(actor: Actor | null, issuanceId: string, documents: 'now' | 'later'): Promise<StepTaken> {
    const issuance = await issuanceById(this.query, issuanceId);
    if (!issuance) throw new NotFound();
    const items = await itemsOf(this.query, issuanceId, {
      state: 'waiting',
      most: documents === 'now' ? this.make.atOnce : 500,
    });
    if (items.length > 0) {
      const asPlanned = await this.asPlanned(issuance, items);
      const planned = items.filter(({ id }) => asPlanned.has(id));
      // Whom a plan names that is not as it was made may never have begun anything.
      const starter = asPlanned.size > 0 ? issuance.startedBy : SYSTEM;
      await this.issue(actor ?? starter, issuance, {
        items,
        asPlanned,
        signed: documents === 'later' ? null : await this.documentsFor(issuance, planned),
      });
    }
    const done = await countSettled(this.query, issuanceId);
    return {
      done,
      finished:
        items.length === 0 || (await itemsOf(this.query, issuanceId, { state: 'waiting', most: 1 })).length === 0,
    };
  }

  /**
   * Ids of items that match the plan: forged or restored items are not signed.
   */
  private async asPlanned(
    { id, cohortCode, bound }: IssuanceRow,
    items: readonly ItemRow[],
  ): Promise<ReadonlySet<string>> {
    const planned = await this.binding.plannedAmong(this.query, {
      kind: 'issuance',
      head: bound,
      items: items.map((item) => item.bound),
      waiting: await waitingIds(this.query, id),
    });
    const altered = items.filter((item) => !planned.has(item.id));
    if (altered.length > 0) {
      await this.report.execute({
        subject: 'issuance',
        id,
        label: cohortCode,
        finding: `altered plan of ${altered.map(({ number }) => number).join(', ')}`,
      });
    }
    return planned;
  }

  private documentsFor({ facts }: IssuanceRow, items: readonly ItemRow[]): Promise<SignedDocuments[]> {
    const issuedAt = this.make.issuedAtNow();
    return this.make.execute(
      items.map(({ id, token, subjectUrn, statusList, statusIndex, email, ...item }) => ({
        id,
        token,
        subjectUrn,
        statusList,
        statusIndex,
        email,
        issuedAt,
        facts: factsOf(facts, item),
      })),
    );
  }

  private async issue(actor: Actor, issuance: IssuanceRow, { items, asPlanned, signed }: Step): Promise<void> {
    const signer = await this.store.signer();
    await this.unitOfWork.run(actor, async (tx) => {
      await tx.lock(Cohort, issuance.cohortId);
      const { query } = tx;
      const people = await candidatesOf(query, issuance);
      const waiting = await waitingIds(query, issuance.id);
      // Re-check: an item may have been restored meanwhile.
      const plan = { kind: 'issuance', id: issuance.id } as const;
      const isCurrent = await this.binding.isPlanCurrent(query, { ...plan, waiting });
      const mayIssue = (await whoMayStill(query, actor, 'certificate.issue')) !== null;
      const passes: Pass[] = [];
      const settled: string[] = [];
      for (const item of items.filter(({ id }) => waiting.includes(id))) {
        const person = people.find(({ enrolmentId }) => enrolmentId === item.enrolmentId);
        const reasons =
          isCurrent && asPlanned.has(item.id)
            ? mayIssue
              ? reasonsAgainst(item, person, signed)
              : [refuse<IssuingRefusalCode>('starterMayNot', { name: actor.name })]
            : [refuse<IssuingRefusalCode>('planAltered', { number: item.number })];
        if (person && reasons.length === 0) passes.push({ item, person, facts: factsOf(issuance.facts, item) });
        else await this.refuse(tx, item, reasons);
        settled.push(item.id);
      }
      if (settled.length === 0) return tx.withoutAudit('all items were settled meanwhile');
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
        await this.emails.sendTo(tx, 'issued', { person, token: item.token, facts });
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
      await this.binding.planSettled(tx, { ...plan, settled, isOver: settled.length === waiting.length });
    });
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
  if (item.seen !== null && item.seen !== seenPerson(item)) return [refuse('addressChangedMeanwhile')];
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
