import { Injectable } from '@nestjs/common';
import { type Right, whoMayStill } from '../../../accounts/index.js';
import { type Actor, isRefused, type QueryFunction, refuse, refused, type Refused } from '../../../platform/index.js';
import { RegisterBinding } from '../../binding/index.js';
import { type BatchPlan, batchPlan, type WaitingItem } from '../data/batch-plan.js';
import type { BatchKind } from '../domain/batches.js';
import type { LifecycleRefusalCode } from '../domain/refusals.js';

export const ACT_OF: Readonly<Record<BatchKind, Right>> = {
  revocation: 'certificate.revoke',
  renewal: 'certificate.issue',
};

/** As it was checked. */
export interface PlannedItem {
  readonly plan: BatchPlan;
  readonly startedBy: Actor;
  readonly item: WaitingItem;
}

export interface ItemToDo extends PlannedItem {
  /** Whoever began the batch, as the account stands now. */
  readonly actor: Actor;
}

/** Whether what waits in a batch is what somebody chose who may still do it. */
@Injectable()
export class CheckBatchItem {
  constructor(private readonly binding: RegisterBinding) {}

  /** Whether the item is as it was chosen, whoever begins what. */
  async planned(
    query: QueryFunction,
    batchId: string,
    { id, number }: Pick<WaitingItem, 'id' | 'number'>,
  ): Promise<PlannedItem | Refused<LifecycleRefusalCode>> {
    const plan = await batchPlan(query, batchId);
    const item = plan?.waiting.find((one) => one.id === id);
    if (!plan || !item) return refused<LifecycleRefusalCode>(refuse('changedMeanwhile', { number }));
    const planned = await this.binding.plannedAmong(query, {
      kind: 'certificateBatch',
      head: plan.bound,
      isStopped: plan.isStopped,
      items: [item.bound],
      waiting: plan.waiting.map((one) => one.id),
    });
    const isAsChosen = planned.has(id) && plan.startedBy !== null;
    return isAsChosen
      ? { plan, item, startedBy: plan.startedBy }
      : refused<LifecycleRefusalCode>(refuse('batchAltered', { number }));
  }

  /**
   * Asked before anything is made, and again in the transaction that acts. `batchAltered`: the batch or this item of
   * it was put in, put back or altered; `changedMeanwhile`: another process has done it.
   */
  async execute(
    query: QueryFunction,
    batchId: string,
    one: Pick<WaitingItem, 'id' | 'number'>,
  ): Promise<ItemToDo | Refused<LifecycleRefusalCode>> {
    const planned = await this.planned(query, batchId, one);
    if (isRefused(planned)) return planned;
    const { plan, startedBy } = planned;
    const actor = await whoMayStill(query, startedBy, ACT_OF[plan.kind]);
    return actor === null
      ? refused<LifecycleRefusalCode>(refuse('starterMayNot', { name: startedBy.name }))
      : { ...planned, actor };
  }
}
