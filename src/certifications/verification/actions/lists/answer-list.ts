import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull } from 'typeorm';
import {
  type QueryFunction,
  Clock,
  Jobs,
  type JobUnderWay,
  ReadDatabase,
  type StepResult,
  SYSTEM,
  TimeBudget,
  type Transaction,
  UnitOfWork,
  yieldToRequests,
} from '../../../../platform/index.js';
import { RegisterBinding, ReportAlteredRecord, WatchRegister } from '../../../binding/index.js';
import type { NumberAndName } from '../../../core/index.js';
import type { StoredAnswer } from '../../data/answer-rows.js';
import { AnswersAltered, answersMac, boundList, type BoundList } from '../../data/list-bindings.js';
import { isStarted } from '../../data/list-start.js';
import { VerificationList } from '../../data/verification-list.entity.js';
import { VerificationRecord } from '../../data/verification-record.entity.js';
import { answeredOfList, answerMacOf, listById, type ListRow } from '../../data/verification-lists.js';
import { listClaims, summarised, type Summary } from '../../domain/list-claims.js';
import { LIST_JOB, ROWS_PER_TRANSACTION } from '../../domain/verification-list.js';
import { AnswerSigner } from './answer-signer.js';
import { CheckForEmployer, keptAnswer } from '../check-for-employer.js';
import { ConfirmNotFound, type NotFoundStanding } from './confirm-not-found.js';
import { AnswersOutOfDate, ListAnswers } from './list-answers.js';

/** Milliseconds after which a step starts no further transaction. */
const STEP_BUDGET = 500;
/** Milliseconds after which the job yields to requests. */
const STRETCH_BUDGET = 15;

/**
 * Answers employers' lists step by step. Rows are answered in order, so a repeated step starts after the last stored
 * row.
 */
@Injectable()
export class AnswerList implements OnModuleInit {
  private readonly query: QueryFunction;

  constructor(
    private readonly jobs: Jobs,
    private readonly check: CheckForEmployer,
    private readonly signer: AnswerSigner,
    private readonly answers: ListAnswers,
    private readonly notFound: ConfirmNotFound,
    private readonly binding: RegisterBinding,
    private readonly state: WatchRegister,
    private readonly report: ReportAlteredRecord,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    reads: ReadDatabase,
  ) {
    this.query = reads.query;
  }

  onModuleInit(): void {
    this.jobs.define(LIST_JOB, (job) => this.step(job));
  }

  private async step({ id: jobId, subjectId, actor }: JobUnderWay): Promise<StepResult> {
    const stored = await listById(this.query, subjectId);
    if (!stored) throw new Error(`There is no list ${subjectId}`);
    // What is asked and signed comes from the read that was checked.
    const list = await boundList(this.query, this.binding.key, subjectId);
    if (!list) return this.giveUp(stored);
    const check = { key: this.binding.key, now: this.clock.now() };
    if (!(await isStarted(this.query, check, subjectId))) return this.wait(stored, jobId);
    let done = await answeredOfList(this.query, list.id);
    if (done >= list.rows.length) return this.finish(list, stored.answeredAt);
    const step = new TimeBudget(STEP_BUDGET);
    const stretch = new TimeBudget(STRETCH_BUDGET);
    do {
      await yieldToRequests();
      await stretch.yieldIfSpent();
      const part = list.rows.slice(done, done + ROWS_PER_TRANSACTION);
      const checked = await this.check.lookUp(part);
      await stretch.yieldIfSpent();
      const goesOn = await this.unitOfWork.run(actor, async (tx) => {
        tx.withoutAudit('the entry of the list covers its rows');
        // It may have been stopped, and be discarded, meanwhile.
        await tx.lockEach(VerificationList, [list.id]);
        if (!(await isStarted(tx.query, check, list.id))) return false;
        const answers = await this.check.answer(
          tx,
          {
            kind: 'batch',
            employerId: list.employerId,
            purpose: list.purpose,
            askedBy: list.createdByName,
            batchId: list.id,
          },
          checked,
        );
        await this.bind(tx, list.id, answers.map(storedAnswer));
        return true;
      });
      if (!goesOn) return { done, finished: false };
      done += part.length;
    } while (done < list.rows.length && !step.spent());
    return { done, finished: false };
  }

  private async bind(tx: Transaction, listId: string, rows: readonly StoredAnswer[]): Promise<void> {
    const before = await answerMacOf(tx.query, listId);
    const answerMac = answersMac(this.binding.key, { listId, before }, rows);
    await tx.of(VerificationList).update({ id: listId }, { answerMac });
  }

  private async finish(list: BoundList, answeredAt: number | null): Promise<StepResult> {
    // Anybody who writes to the database can set the time; only the signature tells that the list was answered.
    if (answeredAt !== null && (await this.answers.isSigned({ id: list.id, answeredAt })))
      return { done: list.rows.length, finished: true };
    const now = this.clock.now();
    const signed = await this.signAnswer(list, now).catch(asListFault);
    if (signed instanceof Error) {
      if (signed instanceof AnswersAltered)
        await this.reportRows(list, 'rows of an employer’s list differ from those that were answered');
      return this.restart(list);
    }
    await yieldToRequests();
    const standing = await this.unitOfWork.run(SYSTEM, async (tx): Promise<NotFoundStanding> => {
      tx.withoutAudit('the entry of the list covers its answer');
      const found = await this.notFound.execute(tx, signed.notFound);
      if (found === 'confirmed')
        await tx.of(VerificationList).update({ id: list.id }, { answeredAt: now, answer: signed.answer });
      return found;
    });
    if (standing === 'confirmed') return { done: list.rows.length, finished: true };
    if (standing === 'registerAltered') {
      // Answered again, what is not found "could not be checked" while records may be missing.
      await this.state.executeWithSum();
      await this.reportRows(list, 'records were altered while an employer’s list was answered');
    }
    return this.restart(list);
  }

  private reportRows({ id, filename: label }: BoundList, what: string): Promise<void> {
    const finding = `${what}: the list is answered again`;
    return this.report.execute({ subject: 'register', id: `list ${id}`, label, finding });
  }

  /**
   * Never sign answers from before a certificate changed: the list may have been stopped for a year. Nor rows that were
   * altered, or are from before rows were bound.
   */
  private async restart(list: BoundList): Promise<StepResult> {
    await this.unitOfWork.run(SYSTEM, async (tx) => {
      tx.withoutAudit('the entry of the list covers its rows');
      await tx.of(VerificationRecord).delete({ batchId: list.id });
      await tx.of(VerificationList).update({ id: list.id }, { answerMac: null });
    });
    return { done: 0, finished: false };
  }

  /** If it is running, only somebody who writes to the database can have set it so. */
  private async wait({ id, filename: label }: ListRow, jobId: string): Promise<StepResult> {
    const finding = 'an employer’s list was to be answered that its employer has not started: it waits';
    if ((await this.jobs.progressOf(this.query, jobId))?.state === 'running')
      await this.report.execute({ subject: 'register', id: `list ${id}`, label, finding });
    await this.unitOfWork.run(SYSTEM, async (tx) => {
      tx.withoutAudit('nothing of the list was answered');
      await this.jobs.stop(tx, jobId);
    });
    return { done: 0, finished: false };
  }

  /** The original questions are lost: nothing is signed, and the page says so. */
  private async giveUp(list: ListRow): Promise<StepResult> {
    const finding = 'the questions of an employer’s list differ from those that were sent: the list is not answered';
    await this.report.execute({ subject: 'register', id: `list ${list.id}`, label: list.filename, finding });
    await this.unitOfWork.run(SYSTEM, async (tx) => {
      tx.withoutAudit('the entry of the list covers its answer');
      await tx
        .of(VerificationList)
        .update({ id: list.id, answeredAt: IsNull() }, { answeredAt: tx.now, answerMac: 'altered' });
    });
    return { done: list.size, finished: true };
  }

  private async signAnswer(list: BoundList, now: number): Promise<SignedAnswer> {
    let summary: Summary = {};
    const texts: string[] = [];
    const notFound: NumberAndName[] = [];
    for await (const rows of this.answers.executeForSigning(list)) {
      summary = summarised(summary, rows);
      notFound.push(...rows.filter(({ verdict }) => verdict === 'notFound'));
      texts.push(rows.map((row) => JSON.stringify(row)).join(','));
      await yieldToRequests();
    }
    return { answer: await this.signer.sign(listClaims(list, summary, now), texts), notFound };
  }
}

interface SignedAnswer {
  readonly answer: string;
  readonly notFound: readonly NumberAndName[];
}

function asListFault(fault: unknown): AnswersAltered | AnswersOutOfDate {
  if (fault instanceof AnswersAltered || fault instanceof AnswersOutOfDate) return fault;
  throw fault;
}

function storedAnswer(answer: Parameters<typeof keptAnswer>[0]): StoredAnswer {
  const { line, askedNumber, askedName, checks, ...kept } = keptAnswer(answer);
  const { verdict, withheld, certificateId } = kept;
  return {
    line: line ?? 0,
    number: askedNumber ?? '',
    name: askedName ?? '',
    verdict,
    checks: JSON.stringify(checks),
    withheld,
    certificateId,
  };
}
