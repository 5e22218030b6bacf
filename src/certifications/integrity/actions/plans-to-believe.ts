import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../platform/index.js';
import { bindPlanRecords, RegisterKey } from '../../binding/index.js';
import { planSum, readRegister, type RegisterState } from '../../log/index.js';
import { openIssuances } from '../data/before-bindings.js';

/** Which plans of issues under way the register's state is to list when it is written anew. */
@Injectable()
export class PlansToBelieve {
  constructor(private readonly key: RegisterKey) {}

  /**
   * Those that it lists already stay as they are, so that what was put back into one is not believed now. Where it
   * lists none, since it was stored before it did, is gone, or was stored with another master key, they are bound as
   * they stand, or are left. Batches of before never are: they are refused, and chosen anew.
   */
  async execute(
    tx: Transaction,
    unlisted: 'believe' | 'leave',
  ): Promise<{ readonly plans: RegisterState['plans']; /** Ids of issues. */ readonly left: readonly string[] }> {
    const { query } = tx;
    const { state, fault } = await readRegister(query, this.key.bytes);
    if (state !== null && fault !== 'stateForged' && state.epochs.length > 0) return { plans: state.plans, left: [] };
    const plans: Record<string, string> = {};
    const open = await openIssuances(query);
    if (unlisted === 'leave') return { plans, left: open.map(({ issuance }) => issuance.id) };
    for (const { issuance, items } of open) {
      const plan = { kind: 'issuance', head: issuance.bound, items: items.map(({ bound }) => bound) } as const;
      plans[issuance.id] = planSum(this.key.bytes, await bindPlanRecords(tx, this.key.bytes, plan));
    }
    return { plans, left: [] };
  }
}
