import { Injectable } from '@nestjs/common';
import {
  A_MINUTE,
  Clock,
  Jobs,
  type QueryFunction,
  ReadDatabase,
  SYSTEM,
  Ticker,
  UnitOfWork,
} from '../../../../platform/index.js';
import { RegisterBinding, ReportAlteredRecord } from '../../../binding/index.js';
import { boundList } from '../../data/list-bindings.js';
import { isStarted } from '../../data/list-start.js';
import { VerificationList } from '../../data/verification-list.entity.js';
import { type UnsignedList, unsignedLists } from '../../data/verification-lists.js';
import { LIST_JOB } from '../../domain/verification-list.js';

const TASK = 'lists that no job answers';

/**
 * Has lists answered whose job is over without a signed answer: somebody who writes to the database can end a job, or
 * alter a list until it is given up. Each is reported.
 */
@Injectable()
export class WatchLists {
  private readonly query: QueryFunction;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly binding: RegisterBinding,
    private readonly report: ReportAlteredRecord,
    private readonly clock: Clock,
    reads: ReadDatabase,
    ticker: Ticker,
  ) {
    this.query = reads.query;
    const due = async (): Promise<boolean> => (await this.unanswered()).length > 0;
    ticker.every({ name: TASK, every: A_MINUTE, due, work: () => this.execute() });
  }

  async execute(): Promise<void> {
    for (const list of await this.unanswered()) {
      const { id, filename: label } = list;
      const check = { key: this.binding.key, now: this.clock.now() };
      const goesOn = await isStarted(this.query, check, id);
      const then = goesOn ? 'the list is answered again' : 'its employer has not started it';
      const finding = `the job of an employer’s list is over and no answer was signed: ${then}`;
      await this.report.execute({ subject: 'register', id: `list ${id}`, label, finding });
      await (goesOn ? this.resume(list) : this.wait(list));
    }
  }

  private async unanswered(): Promise<readonly UnsignedList[]> {
    const found: UnsignedList[] = [];
    for (const list of await unsignedLists(this.query)) if (!(await this.isGivenUp(list))) found.push(list);
    return found;
  }

  /** Its questions are lost (`AnswerList`); if they are stored again as they were sent, it can be answered. */
  private async isGivenUp({ id, answeredAt }: UnsignedList): Promise<boolean> {
    return answeredAt !== null && (await boundList(this.query, this.binding.key, id)) === null;
  }

  private wait({ id, jobId, size }: UnsignedList): Promise<void> {
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      tx.withoutAudit('nothing of the list was answered');
      if (jobId !== null) return this.jobs.stop(tx, jobId, true);
      const waiting = await this.jobs.start(tx, { kind: LIST_JOB, subjectId: id, total: size, waits: true });
      await tx.of(VerificationList).update({ id }, { jobId: waiting });
    });
  }

  private resume({ id, jobId, size }: UnsignedList): Promise<void> {
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      tx.withoutAudit('the entry of the list covers its answer');
      if (jobId !== null) return this.jobs.resume(tx, jobId, true);
      const started = await this.jobs.start(tx, { kind: LIST_JOB, subjectId: id, total: size });
      await tx.of(VerificationList).update({ id }, { jobId: started });
    });
  }
}
