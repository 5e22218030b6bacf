import type { QueryFunction } from '../../../platform/index.js';
import { type FindingCode, readRegister, type SeenRegister } from '../../log/index.js';
import { checkStateAndSum } from './checks/check-state-and-sum.js';

/** Those after which records may have been put back to an earlier state. */
const PUT_BACK: ReadonlySet<FindingCode> = new Set([
  'stateForged',
  'stateBehind',
  'setBack',
  'leftBehind',
  'bindingsChanged',
]);

/**
 * How the database differs from the register's state, with what verify-log says besides; empty if it does not differ.
 * @param checked `register`: key of the bindings
 */
export async function differencesFromState(
  query: QueryFunction,
  checked: { readonly register: Uint8Array; readonly seen: SeenRegister },
): Promise<string[]> {
  const found = await checkStateAndSum(query, checked);
  const { fault } = await readRegister(query, checked.register);
  const differs = fault === 'entriesGone' || found.some(({ code }) => PUT_BACK.has(code));
  if (!differs) return [];
  return [...(fault === 'entriesGone' ? ['Entries of the log are gone.'] : []), ...found.map(({ text }) => text)];
}
