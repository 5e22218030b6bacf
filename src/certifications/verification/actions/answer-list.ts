import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull } from 'typeorm';
import {
  type QueryFunction,
  Clock,
  Jobs,
  type JobUnderWay,
  ReadDatabase,
  type StepTaken,
  SYSTEM,
  TimeBudget,
  UnitOfWork,
  yieldToRequests,
} from '../../../platform/index.js';
import { ReportAlteredRecord } from '../../binding/index.js';
import type { StoredAnswer } from '../data/answer-rows.js';
import { VerificationBatch } from '../data/verification-batch.entity.js';
import { VerificationRecord } from '../data/verification-record.entity.js';
import { answeredOfList, listById, type ListRow, rowsOfList } from '../data/verification-lists.js';
import { listClaims, summarised, type Summary } from '../domain/list-claims.js';
import { AnswerSigner } from './answer-signer.js';
import { LIST_JOB } from './ask-with-list.js';
import { CheckForEmployer, keptAnswer, ROWS_A_UNIT } from './check-for-employer.js';
import { BindAnswers } from './bind-answers.js';
import { AnswersAltered, AnswersOutOfDate, ListAnswers } from './list-answers.js';

/** Milliseconds after which a step begins no further transaction. */
const A_STEP = 500;
/** Milliseconds after which requests come first. */
const A_STRETCH = 15;

/**
 * Answers employers' lists step by step.
 * The rows go in their order, so a step taken again begins where the last stored one ended.
 */
@Injectable()
export class AnswerList implements OnModuleInit {
  private readonly query: QueryFunction;

  constructor(
    private readonly jobs: Jobs,
    private readonly check: CheckForEmployer,
    private readonly signer: AnswerSigner,
    private readonly answers: ListAnswers,
    private readonly bindAnswers: BindAnswers,
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

  private async step({ subjectId, actor }: JobUnderWay): Promise<StepTaken> {
    const list = await listById(this.query, subjectId);
    if (!list) throw new Error(`There is no list ${subjectId}`);
    if (!(await this.answers.areAsAsked(list.id))) return this.giveUp(list);
    let done = await answeredOfList(this.query, list.id);
    if (done >= list.size) return this.finish(list);
    const rows = await rowsOfList(this.query, list.id);
    const step = new TimeBudget(A_STEP);
    const stretch = new TimeBudget(A_STRETCH);
    do {
      await yieldToRequests();
      await stretch.yieldIfSpent();
      const part = rows.slice(done, done + ROWS_A_UNIT);
      const found = await this.check.lookUp(part);
      await stretch.yieldIfSpent();
      await this.unitOfWork.run(actor, async (tx) => {
        tx.withoutAudit('the list’s own entry tells of its rows');
        const told = await this.check.tell(
          tx,
          {
            kind: 'batch',
            employerId: list.employerId,
            purpose: list.purpose,
            askedBy: list.createdByName,
            batchId: list.id,
          },
          found,
        );
        await this.bindAnswers.execute(tx, list.id, told.map(storedAnswer));
      });
      done += part.length;
    } while (done < list.size && !step.spent());
    return { done, finished: false };
  }

  private async finish(list: ListRow): Promise<StepTaken> {
    const now = this.clock.now();
    const answer = list.answeredAt === null ? await this.signed(list, now).catch(whyNot) : null;
    if (answer instanceof Error) {
      if (answer instanceof AnswersAltered) await this.reportRows(list);
      return this.beginAgain(list);
    }
    await yieldToRequests();
    await this.unitOfWork.run(SYSTEM, async (tx) => {
      tx.withoutAudit('the list’s own entry tells of its answer');
      if (list.answeredAt === null) await tx.of(VerificationBatch).update({ id: list.id }, { answeredAt: now, answer });
    });
    return { done: list.size, finished: true };
  }

  private reportRows({ id, filename: label }: ListRow): Promise<void> {
    const found = 'rows of an employer’s list are not those that were answered: the list is answered anew';
    return this.report.execute({ subject: 'register', id: `list ${id}`, label, found });
  }

  /**
   * What was answered before a certificate changed is never signed: the list may have stood still for a year. Nor are
   * rows that are not those that were answered, or from before rows were bound.
   */
  private async beginAgain(list: ListRow): Promise<StepTaken> {
    await this.unitOfWork.run(SYSTEM, async (tx) => {
      tx.withoutAudit('the list’s own entry tells of its rows');
      await tx.of(VerificationRecord).delete({ batchId: list.id });
      await tx.of(VerificationBatch).update({ id: list.id }, { answerMac: null });
    });
    return { done: 0, finished: false };
  }

  /** Nobody knows any more what was asked: nothing is signed, and the page says so. */
  private async giveUp(list: ListRow): Promise<StepTaken> {
    const found = 'what an employer’s list asks is not what was sent: it is not answered';
    await this.report.execute({ subject: 'register', id: `list ${list.id}`, label: list.filename, found });
    await this.unitOfWork.run(SYSTEM, async (tx) => {
      tx.withoutAudit('the list’s own entry tells of its answer');
      await tx
        .of(VerificationBatch)
        .update({ id: list.id, answeredAt: IsNull() }, { answeredAt: tx.now, answerMac: 'altered' });
    });
    return { done: list.size, finished: true };
  }

  private async signed(list: ListRow, now: number): Promise<string> {
    let summary: Summary = {};
    const texts: string[] = [];
    for await (const rows of this.answers.vouched(list.id)) {
      summary = summarised(summary, rows);
      texts.push(rows.map((row) => JSON.stringify(row)).join(','));
      await yieldToRequests();
    }
    return this.signer.sign(listClaims(list, summary, now), texts);
  }
}

function whyNot(fault: unknown): AnswersAltered | AnswersOutOfDate {
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
