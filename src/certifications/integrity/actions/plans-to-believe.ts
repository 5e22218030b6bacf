import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../platform/index.js';
import { bindPlanRecords, RegisterKey } from '../../binding/index.js';
import { planSum, readRegister, type RegisterState } from '../../log/index.js';
import { openIssuances } from '../data/before-bindings.js';

/** Decides which plans of issues under way a rebuilt register state lists. */
@Injectable()
export class PlansToBelieve {
  constructor(private readonly key: RegisterKey) {}

  /**
   * Listed plans stay as they are, so that restored items are not accepted. If the state lists none (it is older,
   * missing, or of another master key), issues are bound as they are now, or left out. Unlisted batches are always left
   * out: their items are refused and have to be chosen again.
   */
  async execute(
    tx: Transaction,
    unlisted: 'believe' | 'leave',
  ): Promise<{ readonly plans: RegisterState['plans']; /** Ids of issues. */ readonly left: readonly string[] }> {
    const { query } = tx;
    const { state, fault } = await readRegister(query, this.key.bytes);
    if (state !== null && fault !== 'stateForged' && state.epochs.length > 0) return { plans: state.plans, left: [] };
    const plans: Record<string, RegisterState['plans'][string]> = {};
    const open = await openIssuances(query);
    if (unlisted === 'leave') return { plans, left: open.map(({ issuance }) => issuance.id) };
    for (const { issuance, items } of open) {
      const plan = { kind: 'issuance', head: issuance.bound, items: items.map(({ bound }) => bound) } as const;
      const sum = planSum(this.key.bytes, await bindPlanRecords(tx, this.key.bytes, plan));
      plans[issuance.id] = { sum, isStopped: issuance.isStopped };
    }
    return { plans, left: [] };
  }
}
