import sql from 'sql-template-tag';
import type { Ask, Transaction } from '../../../platform/index.js';
import {
  addToSum,
  bindingNumber,
  NO_BINDINGS,
  registerMac,
  registerMacHolds,
  type RegisterState,
  type StoredRegisterState,
} from '../log/register-state.js';
import { LogHasBeenChanged } from './log-has-been-changed.js';
import { REGISTER_STATE_ID, RegisterStateRow } from './register-state.entity.js';

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

interface Row extends Omit<StoredRegisterState, 'keys' | 'changes'> {
  readonly changes: number | null;
  readonly keys: string;
  readonly size: number | null;
  readonly root: string | null;
  readonly last: number | null;
}

const READ = sql`
  SELECT s.changes AS "changes", s.log_size AS "logSize", s.log_root AS "logRoot", s.keys AS "keys", s.bindings AS "bindings",
    s.binding_sum AS "bindingSum", s.mac AS "mac", h.size AS "size", h.root AS "root",
    (SELECT MAX(position) FROM log_entry) AS "last"
  FROM (SELECT 1 AS "one") base LEFT JOIN log_head h ON 1 = 1 LEFT JOIN register_state s ON s.id = ${REGISTER_STATE_ID}`;

/** In one query, whatever the size of the register. */
export async function readRegister(ask: Ask, key: Uint8Array): Promise<RegisterLook> {
  const [row] = await ask<Row>(READ);
  const size = row?.size ?? 0;
  if (!row || row.changes === null) return { state: null, fault: 'stateGone', size };
  const { changes, logSize, logRoot, keys, bindings, bindingSum, mac } = row;
  const state = { changes, logSize, logRoot, keys: readKeys(keys), bindings, bindingSum, mac };
  return { state, fault: faultOf(key, state, row), size };
}

function faultOf(key: Uint8Array, state: StoredRegisterState, { size, root, last }: Row): RegisterFault | null {
  if (!registerMacHolds(key, state)) return 'stateForged';
  if (state.logSize !== size || state.logRoot !== root) return 'stateBehind';
  return (last ?? -1) + 1 === size ? null : 'entriesGone';
}

/**
 * Locks the register's state for a change. Take it before the head of the log, so that two transactions never wait for
 * each other. @throws LogHasBeenChanged where it is not as the product wrote it
 */
export async function lockRegister(tx: Transaction, key: Uint8Array): Promise<LockedRegister> {
  if (tx.isPostgres) await tx.rows(sql`SELECT id FROM register_state WHERE id = ${REGISTER_STATE_ID} FOR UPDATE`);
  const { state, fault } = await readRegister((query) => tx.rows(query), key);
  if (!state || fault !== null)
    throw new LogHasBeenChanged(`the register as a whole is not what was stored last (${fault ?? 'stateGone'})`);
  return new LockedRegister(tx, key, state);
}

interface BindingChange {
  readonly id: string;
  /** The MAC before; `null`: it was not bound. */
  readonly before: string | null;
  readonly mac: string;
}

export class LockedRegister {
  constructor(
    private readonly tx: Transaction,
    private readonly key: Uint8Array,
    private state: RegisterState,
  ) {}

  /** The keys that the product has stored, by id. */
  get keys(): RegisterState['keys'] {
    return this.state.keys;
  }

  async bound(changes: readonly BindingChange[]): Promise<void> {
    if (changes.length === 0) return;
    const added = changes.reduce(
      (sum, { id, before, mac }) => sum + this.number(id, mac) - (before === null ? 0n : this.number(id, before)),
      0n,
    );
    const fresh = changes.filter(({ before }) => before === null).length;
    await this.save({ bindings: this.state.bindings + fresh, bindingSum: addToSum(this.state.bindingSum, added) });
  }

  logged(logSize: number, logRoot: string): Promise<void> {
    return this.save({ logSize, logRoot });
  }

  keysChanged(macs: Readonly<Record<string, string>>): Promise<void> {
    return this.save({ keys: { ...this.state.keys, ...macs } });
  }

  private number(id: string, mac: string): bigint {
    return bindingNumber(this.key, { id, mac });
  }

  private async save(change: Partial<RegisterState>): Promise<void> {
    this.state = { ...this.state, ...change, changes: this.state.changes + 1 };
    const { changes, logSize, logRoot, keys, bindings, bindingSum } = this.state;
    const mac = registerMac(this.key, this.state);
    await this.tx
      .of(RegisterStateRow)
      .update({ id: REGISTER_STATE_ID }, { changes, logSize, logRoot, keys, bindings, bindingSum, mac });
  }
}

/**
 * Writes the state anew from what stands in the tables: at the first start, and where an operator says so.
 * `keys`: those that the product is to believe.
 */
export async function rebuildRegisterState(
  tx: Transaction,
  key: Uint8Array,
  keys: RegisterState['keys'],
): Promise<number> {
  const ask: Ask = (query) => tx.rows(query);
  if (tx.isPostgres) await tx.rows(sql`SELECT id FROM log_head FOR UPDATE`);
  const { state: before } = await readRegister(ask, key);
  const [head] = await ask<{ size: number; root: string }>(sql`SELECT size AS "size", root AS "root" FROM log_head`);
  const total = await totalOfBindings(ask, key);
  const changes = (before?.changes ?? 0) + 1;
  const state: RegisterState = { changes, logSize: head?.size ?? 0, logRoot: head?.root ?? '', keys, ...total };
  await tx.of(RegisterStateRow).upsert({ id: REGISTER_STATE_ID, ...state, mac: registerMac(key, state) }, ['id']);
  return changes;
}

const AT_ONCE = 2_000;

/** Counted and added up over all bindings; `between` is awaited after each two thousand of them. */
export async function totalOfBindings(
  ask: Ask,
  key: Uint8Array,
  between: () => Promise<unknown> = () => Promise.resolve(),
): Promise<Pick<RegisterState, 'bindings' | 'bindingSum'>> {
  let [bindings, bindingSum, after]: [number, string, string | undefined] = [0, NO_BINDINGS, undefined];
  for (;;) {
    const some: { id: string; mac: string }[] = await ask(sql`
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

function readKeys(text: string): Record<string, string> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, string>) : {};
  } catch {
    return {};
  }
}
