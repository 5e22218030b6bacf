import type { QueryFunction } from '../../../platform/index.js';
import { plannedAmong } from '../../binding/index.js';
import { batchPlan, openBatchIds } from '../../lifecycle/index.js';
import { type Finding, finding, readRegister } from '../../log/index.js';
import { openIssuance, openIssuanceIds } from '../data/before-bindings.js';
import { readableAsync } from './readable.js';

/** Checks what is left of issues and batches under way. @param key of the bindings */
export async function planFindings(query: QueryFunction, key: Uint8Array): Promise<Finding[]> {
  const gone = await plansGone(query, key);
  const found = gone.map((id) => unreadable(`issue or batch under way ${id}`));
  for (const id of await openIssuanceIds(query)) found.push(...(await issuanceFindings(query, key, id)));
  for (const id of await openBatchIds(query)) found.push(...(await batchFindings(query, key, id)));
  return found;
}

/** Plans that have items left according to the register's state, but no rows; confirmed by a second read. */
async function plansGone(query: QueryFunction, key: Uint8Array): Promise<string[]> {
  const plansWithoutRows = async (): Promise<string[]> => {
    const planned = Object.keys((await readRegister(query, key)).state?.plans ?? {});
    const open = [...(await openIssuanceIds(query)), ...(await openBatchIds(query))];
    return planned.filter((id) => !open.includes(id));
  };
  const first = await plansWithoutRows();
  return first.length === 0 ? [] : (await plansWithoutRows()).filter((id) => first.includes(id));
}

function issuanceFindings(query: QueryFunction, key: Uint8Array, id: string): Promise<Finding[]> {
  return readableAsync(`The issue under way ${id}`, async () => {
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
  return readableAsync(`The batch under way ${id}`, async () => {
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
