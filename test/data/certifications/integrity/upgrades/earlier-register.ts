import { RegisterKey } from '../../../../../src/certifications/binding/index.js';
import { readRegister, totalOfBindings } from '../../../../../src/certifications/log/index.js';
import { registerMac, type RegisterState } from '../../../../../src/certifications/log/log/register-state.js';
import { ReadDatabase } from '../../../../../src/platform/index.js';
import type { TestAcademy } from '../../../../support/app.js';

export async function registerState(academy: TestAcademy): Promise<RegisterState> {
  return (await readRegister(academy.app.get(ReadDatabase).query, keyOf(academy))).state!;
}

/** What versions of the product have added to the state, the newest last. */
const ADDED = ['outcomesBoundAt', 'tagsSummedAt'] as const;

/**
 * Stores the state of the register as the version before the one that has added `first`, which the upgrade then adds.
 * @param change to the bindings, as that version knew them: they are added up after it
 */
export async function storeEarlierState(
  academy: TestAcademy,
  first: (typeof ADDED)[number],
  change: () => Promise<unknown> = () => Promise.resolve(),
): Promise<void> {
  const [{ query }, key] = [academy.app.get(ReadDatabase), keyOf(academy)];
  const before = await registerState(academy);
  await change();
  const none = Object.fromEntries(ADDED.slice(ADDED.indexOf(first)).map((name) => [name, null]));
  const total = await totalOfBindings(query, key, { tagsSummedAt: null });
  const state: RegisterState = { ...before, ...none, ...total, changes: before.changes + 1 };
  await academy.connections.write.query(`UPDATE register_state SET changes = ${state.changes},
    outcomes_bound_at = ${String(state.outcomesBoundAt)}, tags_summed_at = NULL, binding_sum = '${state.bindingSum}',
    mac = '${registerMac(key, state)}'`);
}

const keyOf = (academy: TestAcademy): Uint8Array => academy.app.get(RegisterKey).bytes;
