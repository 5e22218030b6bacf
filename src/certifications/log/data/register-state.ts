import sql, { join } from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';
import { storedNumber } from '../log/bound-record.js';
import { registerMacHolds, type SeenRegister, type StoredRegisterState } from '../log/register-state.js';
import { REGISTER_STATE_ID } from './register-state.entity.js';
import { SIGNED_HASHES } from './unsigned-rows.js';

/**
 * What the state row shows to be wrong with the register as a whole:
 * - `stateGone`, `stateForged`: the row is missing or was altered
 * - `stateBehind`: row and head of the log are from different moments, so one of them was rolled back
 * - `entriesGone`: the log has fewer or more entries than its head says, or entries before its first one
 */
export type RegisterFault = 'stateGone' | 'stateForged' | 'stateBehind' | 'entriesGone';

export interface RegisterReading {
  /** `null`: there is none. */
  readonly state: StoredRegisterState | null;
  readonly fault: RegisterFault | null;
  /** Number of entries according to the head of the log. */
  readonly size: number;
  /** Hashes that belong to no entry up to the head: they stand where the hashes of the next entries belong. */
  readonly hashesAhead: boolean;
}

type StoredFields = Omit<
  StoredRegisterState,
  'keys' | 'changes' | 'plans' | 'epochs' | 'outcomesBoundAt' | 'tagsSummedAt'
>;

interface Row extends StoredFields {
  readonly changes: number | null;
  readonly keys: string;
  readonly plans: string | null;
  readonly epochs: string | null;
  readonly outcomesBoundAt: number | string | null;
  readonly tagsSummedAt: number | string | null;
  readonly size: number | null;
  readonly root: string | null;
  readonly first: number | null;
  readonly last: number | null;
  readonly ahead: number;
}

const HASH_AHEAD = join(
  SIGNED_HASHES.map(
    ({ level, count }) => sql`EXISTS (SELECT 1 FROM log_hash x WHERE x.level = ${level} AND x.position >= ${count})`,
  ),
  ' OR ',
);

const READ = sql`
  SELECT s.changes AS "changes", s.log_size AS "logSize", s.log_root AS "logRoot", s.keys AS "keys", s.bindings AS "bindings",
    s.binding_sum AS "bindingSum", s.plans AS "plans", s.epochs AS "epochs", s.outcomes_bound_at AS "outcomesBoundAt",
    s.tags_summed_at AS "tagsSummedAt", s.mac AS "mac",
    h.size AS "size", h.root AS "root",
    (SELECT MIN(position) FROM log_entry) AS "first", (SELECT MAX(position) FROM log_entry) AS "last",
    CASE WHEN ${HASH_AHEAD} THEN 1 ELSE 0 END AS "ahead"
  FROM (SELECT 1 AS "one") base LEFT JOIN log_head h ON 1 = 1 LEFT JOIN register_state s ON s.id = ${REGISTER_STATE_ID}`;

/** One query, whatever the size of the register. */
export async function readRegister(query: QueryFunction, key: Uint8Array): Promise<RegisterReading> {
  const [row] = await query<Row>(READ);
  const size = row?.size ?? 0;
  if (!row || row.changes === null) return { state: null, fault: 'stateGone', size, hashesAhead: false };
  const { changes, logSize, logRoot, bindings, bindingSum, mac } = row;
  const epochs = readJson(row.epochs, []);
  const plans = epochs.length === 0 ? {} : readJson(row.plans, {});
  const keys = readJson(row.keys, {});
  const timeOf = (stored: unknown): number | null =>
    epochs.length === 0 || stored === null ? null : storedNumber(stored);
  const [outcomesBoundAt, tagsSummedAt] = [timeOf(row.outcomesBoundAt), timeOf(row.tagsSummedAt)];
  const total = { bindings, bindingSum };
  const state = { changes, logSize, logRoot, keys, ...total, plans, epochs, outcomesBoundAt, tagsSummedAt, mac };
  return { state, fault: faultOf(key, state, row), size, hashesAhead: Number(row.ahead) === 1 };
}

function faultOf(key: Uint8Array, state: StoredRegisterState, { size, root, first, last }: Row): RegisterFault | null {
  if (!registerMacHolds(key, state)) return 'stateForged';
  if (state.logSize !== size || state.logRoot !== root) return 'stateBehind';
  return (last ?? -1) + 1 === size && (first ?? 0) === 0 ? null : 'entriesGone';
}

/**
 * SQL that finds a row if the register is behind what was seen (see `hasGoneOn`). Plain SQL, for a copy to which this
 * program is not connected. It does not check whether the state is genuine.
 */
export function putBack({ epoch, changes }: SeenRegister): { readonly table: string; readonly query: string } {
  const behind = `changes < ${Number(changes)}`;
  // Random hex strings in a JSON array, newest last.
  const contains = (end: string): string => `COALESCE(epochs, '') LIKE '%"${epoch}"${end}'`;
  const where = epoch === null ? behind : `NOT ${contains('%')} OR (${contains(']')} AND ${behind})`;
  return { table: 'register_state', query: `SELECT id FROM register_state WHERE ${where}` };
}

/** Reads the MAC of the state. Plain SQL, for a copy to which this program is not connected. */
export const REGISTER_MAC = { table: 'register_state', query: 'SELECT mac FROM register_state' } as const;

/** `without` if the text is missing or unreadable: then its MAC does not hold. */
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
