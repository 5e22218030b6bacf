import { Injectable } from '@nestjs/common';
import { outcomesOf } from '../../../attendance/index.js';
import { type QueryFunction, ReadDatabase, SYSTEM, UnitOfWork } from '../../../platform/index.js';
import {
  BindOutcomes,
  boundAmong,
  boundOutcome,
  cohortsWithOutcomes,
  hasEnded,
  OwnRegisterWriter,
} from '../../binding/index.js';
import type { WhenToBind } from './bind-receipts.js';

/** Binds the outcomes of completed cohorts as they are now. */
@Injectable()
export class BindStoredOutcomes {
  private readonly query: QueryFunction;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly register: OwnRegisterWriter,
    private readonly bind: BindOutcomes,
    reads: ReadDatabase,
  ) {
    this.query = reads.query;
  }

  /** Returns how many were bound. */
  async execute(when: WhenToBind): Promise<number> {
    const cohorts = await cohortsWithOutcomes(this.query);
    if (when === 'whereNoneHolds' && (await this.someHolds(cohorts))) return 0;
    let count = 0;
    for (const cohort of cohorts)
      count += await this.unitOfWork.run(SYSTEM, async (tx) => {
        tx.withoutAudit('one entry covers the whole run');
        const ended = (await outcomesOf(tx.query, cohort)).filter(hasEnded);
        await this.bind.execute(tx, ended);
        return ended.length;
      });
    return count;
  }

  private async someHolds(cohorts: readonly string[]): Promise<boolean> {
    for (const cohort of cohorts) {
      const records = (await outcomesOf(this.query, cohort)).map(boundOutcome);
      if ((await boundAmong(this.query, this.register.key, { kind: 'outcome', records })).size > 0) return true;
    }
    return false;
  }
}
