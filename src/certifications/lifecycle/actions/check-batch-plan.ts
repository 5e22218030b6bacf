import { Injectable } from '@nestjs/common';
import {
  Jobs,
  type QueryFunction,
  ReadDatabase,
  RecordsContradict,
  SYSTEM,
  UnitOfWork,
} from '../../../platform/index.js';
import { RegisterBinding, ReportAlteredRecord } from '../../binding/index.js';
import { type BatchPlan, batchPlan } from '../data/batch-plan.js';
import { CertificateBatch } from '../data/certificate-batch.entities.js';

/** Whether what is left of a batch is what somebody chose. */
@Injectable()
export class CheckBatchPlan {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: ReadDatabase,
    private readonly jobs: Jobs,
    private readonly binding: RegisterBinding,
    private readonly report: ReportAlteredRecord,
  ) {}

  /**
   * Whether nothing is left of a batch of which no item waits. @throws RecordsContradict if others than this program
   * have settled some
   */
  async isOver(id: string): Promise<boolean> {
    if (!(await this.underWay(this.reads.query, id))) return true;
    if (await this.hold(id)) throw new RecordsContradict(`items of the batch ${id} were settled by something else`);
    return !(await this.underWay(this.reads.query, id));
  }

  /** For a batch under way that may not be whole. @returns whether there is such a batch */
  async watch(id: string): Promise<boolean> {
    const plan = await batchPlan(this.reads.query, id);
    if (plan && !(await this.isWhole(this.reads.query, plan))) await this.hold(id);
    return plan !== null;
  }

  /**
   * If a batch under way is not whole, binds that it was stopped, so that it goes on only once a person resumes it, and
   * reports it.
   * @returns whether it is not whole
   */
  private hold(id: string): Promise<boolean> {
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      await tx.lock(CertificateBatch, id);
      const plan = await batchPlan(tx.query, id);
      tx.withoutAudit('nothing was altered, or it was stopped before');
      if (!plan || !(await this.binding.isPlanUnderWay(tx, id)) || (await this.isWhole(tx.query, plan))) return false;
      tx.atEnd(() => this.reportAltered(id, 'its job or its items are not what is left of what was chosen'));
      await this.binding.planDecided(tx, { kind: 'certificateBatch', head: plan.bound, isStopped: true });
      if (plan.isStopped || plan.jobId === null) return true;
      await this.jobs.stop(tx, plan.jobId, true);
      await tx.audit('certificateBatch.stopped', { type: 'certificateBatch', id, label: id });
      return true;
    });
  }

  private isWhole(query: QueryFunction, { bound: head, waiting, isStopped, isJobDone }: BatchPlan): Promise<boolean> {
    const items = waiting.map((item) => item.bound);
    return this.binding.isPlanWhole(query, { kind: 'certificateBatch', head, items, isStopped, isJobDone });
  }

  private async underWay(query: QueryFunction, id: string): Promise<boolean> {
    // Where nobody knows, the locked state decides (`hold`).
    return (await this.binding.plansUnderWay(query))?.includes(id) ?? true;
  }

  reportAltered(id: string, finding: string, label = id): Promise<void> {
    return this.report.execute({ subject: 'certificateBatch', id, label, finding });
  }
}
