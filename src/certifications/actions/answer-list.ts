import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Ask, Clock, Jobs, type JobUnderWay, Reads, type StepTaken, UnitOfWork } from '../../platform/index.js';
import { answerRows } from '../data/answer-rows.js';
import { VerificationBatch } from '../data/verification-batch.entity.js';
import { answeredOfList, listById, type ListRow, rowsOfList } from '../data/verification-lists.js';
import { listClaims } from '../domain/list-claims.js';
import { Printing } from '../paper/printing.js';
import { AnswerSigner } from './answer-signer.js';
import { LIST_JOB } from './ask-with-list.js';
import { CheckForEmployer } from './check-for-employer.js';

/** Rows answered in one step: well within a second. */
const ROWS_A_STEP = 200;

/** Answers employers' lists step by step. The rows go in their order, so a step taken again begins where the last stored one ended. */
@Injectable()
export class AnswerList implements OnModuleInit {
  private readonly ask: Ask;

  constructor(
    private readonly jobs: Jobs, private readonly check: CheckForEmployer, private readonly signer: AnswerSigner, private readonly printing: Printing,
    private readonly unitOfWork: UnitOfWork, private readonly clock: Clock, reads: Reads,
  ) {
    this.ask = reads.all.bind(reads);
  }

  onModuleInit(): void {
    this.jobs.define(LIST_JOB, (job) => this.step(job));
  }

  private async step({ subjectId, actor }: JobUnderWay): Promise<StepTaken> {
    const list = await listById(this.ask, subjectId);
    if (!list) throw new Error(`There is no list ${subjectId}`);
    const done = await answeredOfList(this.ask, list.id);
    if (done >= list.size) return this.finish(list);
    const rows = (await rowsOfList(this.ask, list.id)).slice(done, done + ROWS_A_STEP);
    const answers = await this.check.answer(list.employerId, rows);
    await this.unitOfWork.run(actor, async (tx) => {
      tx.withoutAudit('the list’s own entry tells of its rows');
      await this.check.keep(tx, { kind: 'batch', employerId: list.employerId, purpose: list.purpose, askedBy: list.createdByName, batchId: list.id }, answers);
    });
    return { done: done + rows.length, finished: false };
  }

  private async finish(list: ListRow): Promise<StepTaken> {
    const rows = await answerRows(this.ask, list.id, (token) => this.printing.addressOf(token));
    const now = this.clock.now();
    const answer = list.answeredAt === null ? await this.signer.sign(listClaims(list, rows, now)) : null;
    await this.unitOfWork.run({ id: null, name: 'system', email: null, roles: ['system'] }, async (tx) => {
      tx.withoutAudit('the list’s own entry tells of its answer');
      if (list.answeredAt === null) await tx.of(VerificationBatch).update({ id: list.id }, { answeredAt: now, answer });
    });
    return { done: list.size, finished: true };
  }
}
