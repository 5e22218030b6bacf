import { Injectable } from '@nestjs/common';
import { type Right, whoMayStill } from '../../../accounts/index.js';
import { type Actor, type QueryFunction, refuse, refused, type Refused } from '../../../platform/index.js';
import { RegisterBinding } from '../../binding/index.js';
import { type BatchPlan, batchPlan, type WaitingItem } from '../data/batch-plan.js';
import type { BatchKind } from '../domain/batches.js';
import type { LifecycleRefusalCode } from '../domain/refusals.js';

export const ACT_OF: Readonly<Record<BatchKind, Right>> = {
  revocation: 'certificate.revoke',
  renewal: 'certificate.issue',
};

export interface ItemToDo {
  readonly plan: BatchPlan;
  /** Whoever began the batch, as the account stands now. */
  readonly actor: Actor;
  /** As it was checked. */
  readonly item: WaitingItem;
}

/** Whether what waits in a batch is what somebody chose who may still do it. */
@Injectable()
export class CheckBatchItem {
  constructor(private readonly binding: RegisterBinding) {}

  /**
   * Asked before anything is made, and again in the transaction that acts. `batchAltered`: the batch or this item of
   * it was put in, put back or altered; `changedMeanwhile`: another process has done it.
   */
  async execute(
    query: QueryFunction,
    batchId: string,
    { id, number }: Pick<WaitingItem, 'id' | 'number'>,
  ): Promise<ItemToDo | Refused<LifecycleRefusalCode>> {
    const plan = await batchPlan(query, batchId);
    const item = plan?.waiting.find((one) => one.id === id);
    if (!plan || !item) return refused<LifecycleRefusalCode>(refuse('changedMeanwhile', { number }));
    const planned = await this.binding.plannedAmong(query, {
      kind: 'certificateBatch',
      head: plan.bound,
      items: [item.bound],
      waiting: plan.waiting.map((one) => one.id),
    });
    const { startedBy } = plan;
    if (!planned.has(id) || startedBy === null)
      return refused<LifecycleRefusalCode>(refuse('batchAltered', { number }));
    const actor = await whoMayStill(query, startedBy, ACT_OF[plan.kind]);
    return actor === null
      ? refused<LifecycleRefusalCode>(refuse('starterMayNot', { name: startedBy.name }))
      : { plan, actor, item };
  }
}
