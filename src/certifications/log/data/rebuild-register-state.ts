import sql from 'sql-template-tag';
import { newId, type Transaction } from '../../../platform/index.js';
import { registerMac, type RegisterState, type SumCoverage } from '../log/register-state.js';
import { REGISTER_STATE_ID, RegisterStateRow } from './register-state.entity.js';
import { readRegister } from './register-state.js';
import { totalOfBindings } from './total-of-bindings.js';

/** Columns of a state; those for epochs only if it has any. */
export function asStored(key: Uint8Array, state: RegisterState): Omit<RegisterStateRow, 'id'> {
  const { changes, logSize, logRoot, keys, bindings, bindingSum, plans, epochs, outcomesBoundAt, tagsSummedAt } = state;
  const later = epochs.length === 0 ? { plans: null, epochs: null } : { plans: { ...plans }, epochs: [...epochs] };
  const mac = registerMac(key, state);
  return { changes, logSize, logRoot, keys, bindings, bindingSum, ...later, outcomesBoundAt, tagsSummedAt, mac };
}

/** What an operator or a start accepts when the state is rebuilt. */
export interface AcceptedState {
  /** MACs of the accepted keys, by id. */
  readonly keys: RegisterState['keys'];
  readonly plans: RegisterState['plans'];
}

/** Rebuilds the state from the tables, in a new epoch. */
export async function rebuildRegisterState(
  tx: Transaction,
  key: Uint8Array,
  { keys, plans }: AcceptedState,
): Promise<RegisterState> {
  const { query } = tx;
  if (tx.isPostgres) await tx.query(sql`SELECT id FROM log_head FOR UPDATE`);
  const { state: before, fault } = await readRegister(query, key);
  const genuine = fault === 'stateForged' ? null : before;
  const [head] = await query<{ size: number; root: string }>(sql`SELECT size AS "size", root AS "root" FROM log_head`);
  const sum: SumCoverage = { tagsSummedAt: tx.now };
  const state: RegisterState = {
    changes: (before?.changes ?? 0) + 1,
    logSize: head?.size ?? 0,
    logRoot: head?.root ?? '',
    keys,
    ...(await totalOfBindings(query, key, sum)),
    ...sum,
    plans,
    epochs: [...(genuine?.epochs ?? []), newId()],
    // Without a state, an operator or the first start decides about outcomes; no later start does.
    outcomesBoundAt: genuine === null ? tx.now : genuine.outcomesBoundAt,
  };
  await tx.of(RegisterStateRow).upsert({ id: REGISTER_STATE_ID, ...asStored(key, state) }, ['id']);
  return state;
}
