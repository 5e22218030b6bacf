import { Injectable } from '@nestjs/common';
import { type QueryFunction, ReadDatabase, SYSTEM, UnitOfWork } from '../../../platform/index.js';
import { RegisterKey } from '../../binding/index.js';
import {
  allHistory,
  bindChecksAnew,
  bindListAnew,
  boundList,
  isCheckBound,
  listIds,
} from '../../verification/index.js';
import type { WhenToBind } from './bind-receipts.js';

/**
 * Binds employers' lists and history lines again as they are now. Those from before bindings stay unbound and show no
 * verdict.
 */
@Injectable()
export class BindKeptAnswers {
  private readonly query: QueryFunction;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly key: RegisterKey,
    reads: ReadDatabase,
  ) {
    this.query = reads.query;
  }

  /** Returns how many lines and lists were bound. */
  async execute(when: WhenToBind): Promise<number> {
    if (when === 'whereNoneHolds' && (await this.someHolds())) return 0;
    let count = 0;
    for await (const lines of allHistory(this.query)) {
      count += await this.unitOfWork.run(SYSTEM, (tx) => {
        tx.withoutAudit('one entry covers the whole run');
        return bindChecksAnew(tx, this.key.bytes, lines);
      });
    }
    const lists = await listIds(this.query);
    for (const id of lists)
      await this.unitOfWork.run(SYSTEM, (tx) => {
        tx.withoutAudit('one entry covers the whole run');
        return bindListAnew(tx, this.key.bytes, id);
      });
    return count + lists.length;
  }

  private async someHolds(): Promise<boolean> {
    for await (const lines of allHistory(this.query))
      if (lines.some((line) => isCheckBound(this.key.bytes, line))) return true;
    for (const id of await listIds(this.query)) if (await boundList(this.query, this.key.bytes, id)) return true;
    return false;
  }
}
