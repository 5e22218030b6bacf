import sql from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';
import {
  addToSum,
  bindingNumber,
  NO_BINDINGS,
  registerMacHolds,
  type RegisterState,
  type SeenRegister,
  type StoredRegisterState,
} from '../log/register-state.js';
import { REGISTER_STATE_ID } from './register-state.entity.js';

/**
 * What is wrong with the register as a whole, as far as one row tells:
 * - `stateGone`, `stateForged`: the row is not what the product wrote
 * - `stateBehind`: row and head of the log belong to different moments, so one of them was put back
 * - `entriesGone`: the log ends before its head says, or goes on behind it
 */
export type RegisterFault = 'stateGone' | 'stateForged' | 'stateBehind' | 'entriesGone';

export interface RegisterLook {
  /** `null`: there is none. */
  readonly state: StoredRegisterState | null;
  readonly fault: RegisterFault | null;
  /** Entries that the head of the log speaks of. */
  readonly size: number;
}

interface Row extends Omit<StoredRegisterState, 'keys' | 'changes' | 'plans' | 'epochs'> {
  readonly changes: number | null;
  readonly keys: string;
  readonly plans: string | null;
  readonly epochs: string | null;
  readonly size: number | null;
  readonly root: string | null;
  readonly last: number | null;
}

const READ = sql`
  SELECT s.changes AS "changes", s.log_size AS "logSize", s.log_root AS "logRoot", s.keys AS "keys", s.bindings AS "bindings",
    s.binding_sum AS "bindingSum", s.plans AS "plans", s.epochs AS "epochs", s.mac AS "mac", h.size AS "size", h.root AS "root",
    (SELECT MAX(position) FROM log_entry) AS "last"
  FROM (SELECT 1 AS "one") base LEFT JOIN log_head h ON 1 = 1 LEFT JOIN register_state s ON s.id = ${REGISTER_STATE_ID}`;

/** In one query, whatever the size of the register. */
export async function readRegister(query: QueryFunction, key: Uint8Array): Promise<RegisterLook> {
  const [row] = await query<Row>(READ);
  const size = row?.size ?? 0;
  if (!row || row.changes === null) return { state: null, fault: 'stateGone', size };
  const { changes, logSize, logRoot, bindings, bindingSum, mac } = row;
  const epochs = readJson(row.epochs, []);
  const plans = epochs.length === 0 ? {} : readJson(row.plans, {});
  const state = { changes, logSize, logRoot, keys: readJson(row.keys, {}), bindings, bindingSum, plans, epochs, mac };
  return { state, fault: faultOf(key, state, row), size };
}

function faultOf(key: Uint8Array, state: StoredRegisterState, { size, root, last }: Row): RegisterFault | null {
  if (!registerMacHolds(key, state)) return 'stateForged';
  if (state.logSize !== size || state.logRoot !== root) return 'stateBehind';
  return (last ?? -1) + 1 === size ? null : 'entriesGone';
}

/**
 * Finds a row where the register has not gone on from where it was seen (`hasGoneOn`), in plain SQL for a copy that
 * nothing of this program is connected to. Whether the state is genuine is not asked.
 */
export function putBack({ epoch, changes }: SeenRegister): { readonly table: string; readonly query: string } {
  const behind = `changes < ${Number(changes)}`;
  // Random hexadecimal digits in JSON, the newest last.
  const known = (end: string): string => `COALESCE(epochs, '') LIKE '%"${epoch}"${end}'`;
  const where = epoch === null ? behind : `NOT ${known('%')} OR (${known(']')} AND ${behind})`;
  return { table: 'register_state', query: `SELECT id FROM register_state WHERE ${where}` };
}

const AT_ONCE = 2_000;

/** Counted and added up over all bindings; `between` is awaited after each two thousand of them. */
export async function totalOfBindings(
  query: QueryFunction,
  key: Uint8Array,
  between: () => Promise<unknown> = () => Promise.resolve(),
): Promise<Pick<RegisterState, 'bindings' | 'bindingSum'>> {
  let [bindings, bindingSum, after]: [number, string, string | undefined] = [0, NO_BINDINGS, undefined];
  for (;;) {
    const some: { id: string; mac: string }[] = await query(sql`
      SELECT certificate_id AS "id", mac AS "mac" FROM certificate_binding
      ${after === undefined ? sql`` : sql`WHERE certificate_id > ${after}`} ORDER BY certificate_id LIMIT ${AT_ONCE}`);
    bindingSum = addToSum(
      bindingSum,
      some.reduce((sum, one) => sum + bindingNumber(key, one), 0n),
    );
    bindings += some.length;
    after = some.at(-1)?.id;
    if (some.length < AT_ONCE) return { bindings, bindingSum };
    await between();
  }
}

/** `without` where there is nothing, or what nobody here has written: its MAC does not hold then. */
function readJson<Value extends object>(text: string | null, without: Value): Value {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return typeof value === 'object' && value !== null && Array.isArray(value) === Array.isArray(without)
      ? (value as Value)
      : without;
  } catch {
    return without;
  }
}
