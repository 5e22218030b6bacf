import type { QueryFunction } from '../../../../platform/index.js';
import { isPlanWhole, plannedAmong, plansUnderWay, recordsBound, type StoredPlan } from '../../../binding/index.js';
import { itemsOf } from '../../../issuing/index.js';
import { batchItemsOf, batchPlan, openBatchIds } from '../../../lifecycle/index.js';
import { type Finding, finding, readRegister } from '../../../log/index.js';
import { openIssuance, openIssuanceIds } from '../../data/before-bindings.js';
import { readableAsync } from '../readable.js';

/** Checks what is left of issues and batches under way. @param key of the bindings */
export async function planFindings(query: QueryFunction, key: Uint8Array): Promise<Finding[]> {
  const found = await notWhole(query, key);
  for (const id of await openIssuanceIds(query)) found.push(...(await issuanceFindings(query, key, id)));
  for (const id of await openBatchIds(query)) found.push(...(await batchFindings(query, key, id)));
  return found;
}

/**
 * Plans of which something is left according to the register's state, but whose job is called done, or of which
 * something else waits, or nothing; confirmed by a second read.
 */
async function notWhole(query: QueryFunction, key: Uint8Array): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const id of Object.keys((await readRegister(query, key)).state?.plans ?? {}))
    found.push(
      ...(await readableAsync(`The issue or batch under way ${id}`, async () => {
        if ((await isWhole(query, key, id)) || (await isWhole(query, key, id))) return [];
        const isLeft = (await plansUnderWay(query, key))?.includes(id) ?? true;
        return isLeft ? [finding('planNotWhole', { id, numbers: (await leftOf(query, id)).join(', ') })] : [];
      })),
    );
  return found;
}

async function isWhole(query: QueryFunction, key: Uint8Array, id: string): Promise<boolean> {
  const open = await openIssuance(query, id);
  const batch = open ? null : await batchPlan(query, id);
  const plan: StoredPlan | null = open
    ? {
        kind: 'issuance',
        head: open.issuance.bound,
        items: open.items.map(({ bound }) => bound),
        isStopped: open.issuance.isStopped,
        isJobDone: open.issuance.isJobDone,
      }
    : batch && {
        kind: 'certificateBatch',
        head: batch.bound,
        items: batch.waiting.map(({ bound }) => bound),
        isStopped: batch.isStopped,
        isJobDone: batch.isJobDone,
      };
  return plan !== null && isPlanWhole(query, key, plan);
}

/** Numbers of what is left of a plan: items that are still bound, whatever their rows say of what became of them. */
async function leftOf(query: QueryFunction, id: string): Promise<string[]> {
  const items = [...(await itemsOf(query, id)), ...(await batchItemsOf(query, id))];
  const bound = await recordsBound(
    query,
    items.map((item) => item.id),
  );
  return items.filter((item) => bound.has(item.id)).map(({ number }) => number);
}

function issuanceFindings(query: QueryFunction, key: Uint8Array, id: string): Promise<Finding[]> {
  return readableAsync(`The issue under way ${id}`, async () => {
    const open = await openIssuance(query, id);
    if (!open || open.items.length === 0) return [unreadable(`issue under way ${id}`)];
    const { issuance, items } = open;
    const planned = await plannedAmong(query, key, {
      kind: 'issuance',
      head: issuance.bound,
      isStopped: issuance.isStopped,
      items: items.map(({ bound }) => bound),
      waiting: items.map((item) => item.id),
    });
    return items.filter((item) => !planned.has(item.id)).map(({ number }) => finding('planAltered', { number }));
  });
}

function batchFindings(query: QueryFunction, key: Uint8Array, id: string): Promise<Finding[]> {
  return readableAsync(`The batch under way ${id}`, async () => {
    const plan = await batchPlan(query, id);
    if (!plan || plan.waiting.length === 0) return [unreadable(`batch under way ${id}`)];
    const { bound, isStopped, waiting, kind } = plan;
    const planned = await plannedAmong(query, key, {
      kind: 'certificateBatch',
      head: bound,
      isStopped,
      items: waiting.map((item) => item.bound),
      waiting: waiting.map((item) => item.id),
    });
    return waiting
      .filter((item) => !planned.has(item.id))
      .map(({ number, certificateId }) => finding('batchAltered', { kind, number: number ?? certificateId }));
  });
}

const unreadable = (what: string): Finding => finding('unreadable', { what: `The ${what}` });
