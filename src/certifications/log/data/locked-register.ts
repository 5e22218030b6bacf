import sql from 'sql-template-tag';
import { foreignTriggers, newId, type Transaction } from '../../../platform/index.js';
import {
  addToSum,
  bindingNumber,
  hasGoneOn,
  NOTHING_SEEN,
  type PlanBinding,
  planSum,
  registerMac,
  type RegisterState,
  type RegisterWriter,
} from '../log/register-state.js';
import { foreignObjects } from './foreign-objects.js';
import { LogHasBeenChanged } from './log-has-been-changed.js';
import { REGISTER_STATE_ID, RegisterStateRow } from './register-state.entity.js';
import { readRegister, totalOfBindings } from './register-state.js';

/**
 * Locks the register's state for a change. Take it before the head of the log, so that two transactions never wait for
 * each other. Take it after everything else is written: a trigger that is there then was there before.
 * @throws LogHasBeenChanged where it is not as the product wrote it, or where there is a trigger that may have
 * changed what was written
 */
export async function lockRegister(tx: Transaction, writer: RegisterWriter): Promise<LockedRegister> {
  if (tx.isPostgres) await tx.query(sql`SELECT id FROM register_state WHERE id = ${REGISTER_STATE_ID} FOR UPDATE`);
  const { query } = tx;
  const foreign = await foreignWithin(tx);
  if (foreign.length > 0)
    throw new LogHasBeenChanged(
      `the database has triggers or tables that are not this program’s: ${foreign.join(', ')}`,
    );
  const { state, fault } = await readRegister(query, writer.key);
  if (!state || fault !== null)
    throw new LogHasBeenChanged(`the register as a whole is not what was stored last (${fault ?? 'stateGone'})`);
  // Changes made upon it would soon be as many as were seen.
  if (!hasGoneOn(state, writer.seen)) throw new LogHasBeenChanged('the database was put back to an earlier state');
  return new LockedRegister(tx, writer, state);
}

const looked = new WeakSet<Transaction>();

/**
 * Tables are looked at once in a transaction: nobody alters those that it has read or written before it ends. Triggers
 * are looked at each time.
 */
async function foreignWithin(tx: Transaction): Promise<string[]> {
  const { query, isPostgres } = tx;
  if (looked.has(tx)) return foreignTriggers({ query, isPostgres });
  const found = await foreignObjects({ query, isPostgres });
  if (found.length === 0) looked.add(tx);
  return found;
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
    private readonly writer: RegisterWriter,
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

  /** What binds a plan that begins. */
  planned(id: string, bindings: readonly PlanBinding[]): Promise<void> {
    return this.save({ plans: { ...this.state.plans, [id]: planSum(this.writer.key, bindings) } });
  }

  /** What binds some of a plan is something else now. */
  async replanned(id: string, before: readonly PlanBinding[], after: readonly PlanBinding[]): Promise<void> {
    const { [id]: sum, ...others } = this.state.plans;
    if (sum === undefined) return;
    await this.save({ plans: { ...others, [id]: addToSum(sum, this.total(after) - this.total(before)) } });
  }

  /** These of a plan were done, refused or given up. */
  async settled(id: string, bindings: readonly PlanBinding[], isOver: boolean): Promise<void> {
    const { [id]: sum, ...others } = this.state.plans;
    if (sum === undefined) return;
    await this.save({ plans: isOver ? others : { ...others, [id]: addToSum(sum, -this.total(bindings)) } });
  }

  private total(bindings: readonly PlanBinding[]): bigint {
    return bindings.reduce((total, { id, mac }) => total + this.number(id, mac), 0n);
  }

  private number(id: string, mac: string): bigint {
    return bindingNumber(this.writer.key, { id, mac });
  }

  async beginEpoch(plans: (known: RegisterState) => Promise<RegisterState['plans']>): Promise<RegisterState> {
    await this.save({ epochs: [...this.state.epochs, newId()], plans: await plans(this.state) });
    return this.state;
  }

  private async save(change: Partial<RegisterState>): Promise<void> {
    this.state = { ...this.state, ...change, changes: this.state.changes + 1 };
    const { state } = this;
    await this.tx.of(RegisterStateRow).update({ id: REGISTER_STATE_ID }, asStored(this.writer.key, state));
    this.tx.afterCommit(() => this.writer.wrote(state));
  }
}

/** The columns of a state, without what stays empty in one from before there were epochs. */
function asStored(key: Uint8Array, state: RegisterState): Omit<RegisterStateRow, 'id'> {
  const { changes, logSize, logRoot, keys, bindings, bindingSum, plans, epochs } = state;
  const later = epochs.length === 0 ? { plans: null, epochs: null } : { plans: { ...plans }, epochs: [...epochs] };
  return { changes, logSize, logRoot, keys, bindings, bindingSum, ...later, mac: registerMac(key, state) };
}

/** What an operator, or a start, gives a state that is written anew. */
export interface Believed {
  /** MACs of the keys that the product is to believe, by id. */
  readonly keys: RegisterState['keys'];
  readonly plans: RegisterState['plans'];
}

/** Writes the state anew from what stands in the tables, in an epoch of its own. */
export async function rebuildRegisterState(
  tx: Transaction,
  key: Uint8Array,
  { keys, plans }: Believed,
): Promise<RegisterState> {
  const { query } = tx;
  if (tx.isPostgres) await tx.query(sql`SELECT id FROM log_head FOR UPDATE`);
  const { state: before, fault } = await readRegister(query, key);
  const [head] = await query<{ size: number; root: string }>(sql`SELECT size AS "size", root AS "root" FROM log_head`);
  const state: RegisterState = {
    changes: (before?.changes ?? 0) + 1,
    logSize: head?.size ?? 0,
    logRoot: head?.root ?? '',
    keys,
    ...(await totalOfBindings(query, key)),
    plans,
    epochs: [...(fault === 'stateForged' ? [] : (before?.epochs ?? [])), newId()],
  };
  await tx.of(RegisterStateRow).upsert({ id: REGISTER_STATE_ID, ...asStored(key, state) }, ['id']);
  return state;
}

/**
 * Goes on in a new epoch, from whatever moment the database is of: what has the old ones alone is an earlier register.
 */
export async function beginEpoch(
  tx: Transaction,
  writer: Pick<RegisterWriter, 'key' | 'wrote'>,
  plans: (known: RegisterState) => Promise<RegisterState['plans']>,
): Promise<RegisterState> {
  const register = await lockRegister(tx, { ...writer, seen: NOTHING_SEEN });
  return register.beginEpoch(plans);
}
