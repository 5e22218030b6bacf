import sql from 'sql-template-tag';
import { foreignTriggers, newId, type Transaction } from '../../../platform/index.js';
import {
  addToSum,
  boundKeysOf,
  hasGoneOn,
  NOTHING_SEEN,
  type PlanBinding,
  planNumber,
  planSum,
  type RegisterState,
  type RegisterWriter,
  type StoredRegisterState,
  type SumCoverage,
  type SummedBinding,
  sumOf,
  type TotalOfBindings,
} from '../log/register-state.js';
import { foreignObjects } from './foreign-objects.js';
import { LogHasBeenChanged } from './log-has-been-changed.js';
import { REGISTER_STATE_ID, RegisterStateRow } from './register-state.entity.js';
import { asStored } from './rebuild-register-state.js';
import { readRegister } from './register-state.js';

/**
 * Locks the register's state and the head of the log for a change, always in this order, to avoid deadlocks: what is
 * checked here stays as it is. Call it after everything else is written: a trigger found then may have changed what was
 * written.
 * @throws LogHasBeenChanged if the state was altered, or a trigger may have changed what was written
 */
export async function lockRegister(tx: Transaction, writer: RegisterWriter): Promise<LockedRegister> {
  const { query } = tx;
  if (tx.isPostgres) {
    await query(sql`SELECT id FROM register_state WHERE id = ${REGISTER_STATE_ID} FOR UPDATE`);
    await query(sql`SELECT id FROM log_head FOR UPDATE`);
  }
  const foreign = await foreignWithin(tx);
  if (foreign.length > 0)
    throw new LogHasBeenChanged(
      `the database has triggers or tables that are not this program’s: ${foreign.join(', ')}`,
    );
  const { state, fault, hashesAhead } = await readRegister(query, writer.key);
  if (!state || fault !== null)
    throw new LogHasBeenChanged(`the register as a whole is not what was stored last (${fault ?? 'stateGone'})`);
  // Further changes would soon bring its count up to the number seen before and hide the rollback.
  if (!hasGoneOn(state, writer.seen)) throw new LogHasBeenChanged('the database was put back to an earlier state');
  return new LockedRegister(tx, writer, state, hashesAhead);
}

const checkedTransactions = new WeakSet<Transaction>();

/**
 * Tables are checked once per transaction: nobody can alter those that it has read or written. Triggers are checked
 * every time.
 */
async function foreignWithin(tx: Transaction): Promise<string[]> {
  const { query, isPostgres } = tx;
  if (checkedTransactions.has(tx)) return foreignTriggers({ query, isPostgres });
  const found = await foreignObjects({ query, isPostgres });
  if (found.length === 0) checkedTransactions.add(tx);
  return found;
}

/** Both of the same certificate. */
export interface BindingChange {
  /** `null` if it was not bound. */
  readonly before: SummedBinding | null;
  readonly after: SummedBinding;
}

/** Settled items of a plan, by what bound them. */
export interface SettledPlan {
  readonly items: readonly PlanBinding[];
  readonly head: readonly PlanBinding[];
  /** The plan was found altered, which was reported, and no row of it waits: its sum can no longer come out even. */
  readonly isAlteredAndOver: boolean;
}

export class LockedRegister {
  constructor(
    private readonly tx: Transaction,
    private readonly writer: RegisterWriter,
    private state: StoredRegisterState,
    /** Whether somebody has put hashes where those of the next entries belong. */
    readonly hashesAhead: boolean,
  ) {}

  /** The keys that the product has stored, by id. */
  get keys(): RegisterState['keys'] {
    return this.state.keys;
  }

  /** Which keys sign (`boundKeysOf`). */
  get boundKeys(): string {
    return boundKeysOf(this.state);
  }

  /** Count and sum of the bindings, and what the sum covers. */
  get total(): TotalOfBindings & SumCoverage {
    return this.state;
  }

  get logSize(): number {
    return this.state.logSize;
  }

  /** Base64. */
  get logRoot(): string {
    return this.state.logRoot;
  }

  async bound(changes: readonly BindingChange[]): Promise<void> {
    if (changes.length === 0) return;
    const before = changes.flatMap((one) => one.before ?? []);
    const after = changes.map((one) => one.after);
    const { bindings, bindingSum } = this.state;
    await this.save({
      bindings: bindings + after.length - before.length,
      bindingSum: addToSum(bindingSum, this.sumOf(after) - this.sumOf(before)),
    });
  }

  /** From now on the sum covers tags. @param change of the sum by that */
  tagsSummed(change: bigint): Promise<void> {
    const { bindingSum } = this.state;
    return this.save({ bindingSum: addToSum(bindingSum, change), tagsSummedAt: this.tx.now });
  }

  logged(logSize: number, logRoot: string): Promise<void> {
    return this.save({ logSize, logRoot });
  }

  keysChanged(macs: Readonly<Record<string, string>>): Promise<void> {
    return this.save({ keys: { ...this.state.keys, ...macs } });
  }

  /** Binds a new plan. */
  planned(id: string, bindings: readonly PlanBinding[]): Promise<void> {
    const plan = { sum: planSum(this.writer.key, bindings), isStopped: false };
    return this.save({ plans: { ...this.state.plans, [id]: plan } });
  }

  /** Whether something is left of a plan. */
  hasPlan(id: string): boolean {
    return this.state.plans[id] !== undefined;
  }

  /** Whether something is left of a plan that nobody has stopped. */
  goesOn(id: string): boolean {
    return this.state.plans[id]?.isStopped === false;
  }

  /** Stops or resumes a plan. @returns false if nothing is left of it */
  async decided(id: string, isStopped: boolean): Promise<boolean> {
    const { [id]: plan, ...others } = this.state.plans;
    if (plan === undefined) return false;
    if (plan.isStopped !== isStopped) await this.save({ plans: { ...others, [id]: { ...plan, isStopped } } });
    return true;
  }

  /**
   * Removes items that were done, refused or abandoned from a plan, and the plan once nothing but its head is left: not
   * the rows of its items decide, which somebody may have altered.
   * @returns whether the plan is over
   */
  async settled(id: string, { items, head, isAlteredAndOver }: SettledPlan): Promise<boolean> {
    const { [id]: plan, ...others } = this.state.plans;
    if (plan === undefined) return true;
    const sum = addToSum(plan.sum, -this.planTotal(items));
    const isOver = isAlteredAndOver || sum === planSum(this.writer.key, head);
    await this.save({ plans: isOver ? others : { ...others, [id]: { ...plan, sum } } });
    return isOver;
  }

  /** Ends a plan, whatever is left of it. */
  async ended(id: string): Promise<void> {
    const { [id]: plan, ...others } = this.state.plans;
    if (plan !== undefined) await this.save({ plans: others });
  }

  /** Outcomes from before they were bound have been bound. */
  outcomesBound(): Promise<void> {
    return this.save({ outcomesBoundAt: this.tx.now });
  }

  private planTotal(bindings: readonly PlanBinding[]): bigint {
    return bindings.reduce((total, one) => total + planNumber(this.writer.key, one), 0n);
  }

  private sumOf(bindings: readonly SummedBinding[]): bigint {
    return sumOf(this.writer.key, bindings, this.state);
  }

  is(isExpected: (state: StoredRegisterState) => boolean): boolean {
    return isExpected(this.state);
  }

  async beginEpoch(plans: (before: RegisterState) => Promise<RegisterState['plans']>): Promise<RegisterState> {
    await this.save({ epochs: [...this.state.epochs, newId()], plans: await plans(this.state) });
    return this.state;
  }

  private async save(change: Partial<RegisterState>): Promise<void> {
    const changed = { ...this.state, ...change, changes: this.state.changes + 1 };
    const stored = asStored(this.writer.key, changed);
    const state = { ...changed, mac: stored.mac };
    this.state = state;
    await this.tx.of(RegisterStateRow).update({ id: REGISTER_STATE_ID }, stored);
    this.tx.afterCommit(() => this.writer.wrote(state));
  }
}

/**
 * Begins a new epoch, whatever moment the database is from: a copy without it is then an earlier register.
 * @param isExpected asked under the lock: others may have written since the state was read
 * @returns `null` if the state is not the expected one
 */
export async function beginEpoch(
  tx: Transaction,
  writer: Pick<RegisterWriter, 'key' | 'wrote'>,
  {
    isExpected,
    plans,
  }: {
    readonly isExpected: (state: StoredRegisterState) => boolean;
    readonly plans: (before: RegisterState) => Promise<RegisterState['plans']>;
  },
): Promise<RegisterState | null> {
  const register = await lockRegister(tx, { ...writer, seen: NOTHING_SEEN });
  return register.is(isExpected) ? register.beginEpoch(plans) : null;
}
