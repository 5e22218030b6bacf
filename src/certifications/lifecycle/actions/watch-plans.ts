import { Injectable } from '@nestjs/common';
import { A_MINUTE, type QueryFunction, ReadDatabase, Ticker } from '../../../platform/index.js';
import { RegisterBinding, ReportAlteredRecord } from '../../binding/index.js';
import { CheckIssuancePlan } from '../../issuing/index.js';
import { CheckBatchPlan } from './check-batch-plan.js';

const TASK = 'plans under way';

/**
 * Whether each issue and bulk act of which something is left according to the register's state is whole: a step looks
 * at its rows only while its job runs, and somebody who writes into the database can stop the job.
 */
@Injectable()
export class WatchPlans {
  private readonly query: QueryFunction;

  constructor(
    private readonly binding: RegisterBinding,
    private readonly issuances: CheckIssuancePlan,
    private readonly batches: CheckBatchPlan,
    private readonly report: ReportAlteredRecord,
    reads: ReadDatabase,
    ticker: Ticker,
  ) {
    this.query = reads.query;
    const due = async (): Promise<boolean> => (await this.underWay()).length > 0;
    ticker.every({ name: TASK, every: A_MINUTE, due, work: () => this.execute() });
  }

  /** Those that are not whole go on only once a person resumes them, and are reported. */
  async execute(): Promise<void> {
    for (const id of await this.underWay()) if (!(await this.isThere(id))) await this.reportGone(id);
  }

  private async underWay(): Promise<readonly string[]> {
    return (await this.binding.plansUnderWay(this.query)) ?? [];
  }

  /** `false` also if its rows cannot be read. */
  private async isThere(id: string): Promise<boolean> {
    try {
      return (await this.issuances.watch(id)) || (await this.batches.watch(id));
    } catch (fault) {
      if (fault instanceof SyntaxError) return false;
      throw fault;
    }
  }

  private reportGone(id: string): Promise<void> {
    const finding = 'an issue or a batch under way is gone, or cannot be read';
    return this.report.execute({ subject: 'register', id: `plan ${id}`, label: 'verify-log', finding });
  }
}
