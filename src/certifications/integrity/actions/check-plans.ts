import type { QueryFunction } from '../../../platform/index.js';
import { plannedAmong } from '../../binding/index.js';
import { batchPlan, openBatchIds } from '../../lifecycle/index.js';
import { type Finding, finding, readRegister } from '../../log/index.js';
import { openIssuance, openIssuanceIds } from '../data/before-bindings.js';
import { readableAsked } from './readable.js';

/** Issues and batches under way: whether what is left of them is what was planned. @param key of the bindings */
export async function planFindings(query: QueryFunction, key: Uint8Array): Promise<Finding[]> {
  const gone = await plansGone(query, key);
  const found = gone.map((id) => unreadable(`issue or batch under way ${id}`));
  for (const id of await openIssuanceIds(query)) found.push(...(await issuanceFindings(query, key, id)));
  for (const id of await openBatchIds(query)) found.push(...(await batchFindings(query, key, id)));
  return found;
}

/** Plans that have something left by the register's state and nothing by their rows; at a second look as well. */
async function plansGone(query: QueryFunction, key: Uint8Array): Promise<string[]> {
  const look = async (): Promise<string[]> => {
    const planned = Object.keys((await readRegister(query, key)).state?.plans ?? {});
    const open = [...(await openIssuanceIds(query)), ...(await openBatchIds(query))];
    return planned.filter((id) => !open.includes(id));
  };
  const first = await look();
  return first.length === 0 ? [] : (await look()).filter((id) => first.includes(id));
}

function issuanceFindings(query: QueryFunction, key: Uint8Array, id: string): Promise<Finding[]> {
  return readableAsked(`The issue under way ${id}`, async () => {
    const open = await openIssuance(query, id);
    if (!open || open.items.length === 0) return [unreadable(`issue under way ${id}`)];
    const { issuance, items } = open;
    const planned = await plannedAmong(query, key, {
      kind: 'issuance',
      head: issuance.bound,
      items: items.map(({ bound }) => bound),
      waiting: items.map((item) => item.id),
    });
    return items.filter((item) => !planned.has(item.id)).map(({ number }) => finding('planAltered', { number }));
  });
}

function batchFindings(query: QueryFunction, key: Uint8Array, id: string): Promise<Finding[]> {
  return readableAsked(`The batch under way ${id}`, async () => {
    const plan = await batchPlan(query, id);
    if (!plan || plan.waiting.length === 0) return [unreadable(`batch under way ${id}`)];
    const { bound, waiting, kind } = plan;
    const planned = await plannedAmong(query, key, {
      kind: 'certificateBatch',
      head: bound,
      items: waiting.map((item) => item.bound),
      waiting: waiting.map((item) => item.id),
    });
    return waiting
      .filter((item) => !planned.has(item.id))
      .map(({ number, certificateId }) => finding('batchAltered', { kind, number: number ?? certificateId }));
  });
}

const unreadable = (what: string): Finding => finding('unreadable', { what: `The ${what}` });
