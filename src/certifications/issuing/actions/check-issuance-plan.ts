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
import { issuanceById, type IssuanceRow, type ItemRow, itemsOf, waitingIds } from '../data/issuances.js';
import { issuanceSubject, lockIssuance } from './lock-issuance.js';

/** Whether what is left of an issue is what somebody planned. */
@Injectable()
export class CheckIssuancePlan {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: ReadDatabase,
    private readonly jobs: Jobs,
    private readonly binding: RegisterBinding,
    private readonly report: ReportAlteredRecord,
  ) {}

  /** Ids of items that match the plan: forged or restored items are not signed. */
  async asPlanned(
    query: QueryFunction,
    { id, bound, isStopped }: IssuanceRow,
    items: readonly ItemRow[],
  ): Promise<ReadonlySet<string>> {
    return this.binding.plannedAmong(query, {
      kind: 'issuance',
      head: bound,
      isStopped,
      items: items.map((item) => item.bound),
      waiting: await waitingIds(query, id),
    });
  }

  /** Of an issue under way. */
  async isWhole(query: QueryFunction, { id, bound: head, isStopped, isJobDone }: IssuanceRow): Promise<boolean> {
    const items = (await itemsOf(query, id, { state: 'waiting' })).map((item) => item.bound);
    return this.binding.isPlanWhole(query, { kind: 'issuance', head, items, isStopped, isJobDone });
  }

  /**
   * Whether nothing is left of an issue of which no item waits. @throws RecordsContradict if others than this program
   * have settled some
   */
  async isOver({ id }: IssuanceRow): Promise<boolean> {
    if (!(await this.underWay(this.reads.query, id))) return true;
    if (await this.hold(id)) throw new RecordsContradict(`items of the issue ${id} were settled by something else`);
    return !(await this.underWay(this.reads.query, id));
  }

  /** For an issue under way that may not be whole. @returns whether there is such an issue */
  async watch(id: string): Promise<boolean> {
    const issuance = await issuanceById(this.reads.query, id);
    if (issuance && !(await this.isWhole(this.reads.query, issuance))) await this.hold(id);
    return issuance !== null;
  }

  /**
   * If an issue under way is not whole, binds that it was stopped: it goes on only once a person resumes it, and
   * reports it.
   * @returns whether it is not whole
   */
  private async hold(id: string): Promise<boolean> {
    const isHeld = await this.unitOfWork.run(SYSTEM, async (tx) => {
      const issuance = await lockIssuance(tx, id);
      tx.withoutAudit('nothing was altered, or it was stopped before');
      if (!issuance || !(await this.binding.isPlanUnderWay(tx, id)) || (await this.isWhole(tx.query, issuance)))
        return false;
      tx.atEnd(() => this.reportAltered(issuance, 'its job or its items are not what is left of its plan'));
      await this.binding.planDecided(tx, { kind: 'issuance', head: issuance.bound, isStopped: true });
      if (issuance.isStopped) return true;
      await this.jobs.stop(tx, issuance.jobId, true);
      await tx.audit('issuance.stopped', issuanceSubject(issuance));
      return true;
    });
    return isHeld;
  }

  private async underWay(query: QueryFunction, id: string): Promise<boolean> {
    // Where nobody knows, the locked state decides (`hold`).
    return (await this.binding.plansUnderWay(query))?.includes(id) ?? true;
  }

  reportAltered({ id, cohortCode }: Pick<IssuanceRow, 'id' | 'cohortCode'>, finding: string): Promise<void> {
    return this.report.execute({ subject: 'issuance', id, label: cohortCode, finding });
  }
}
