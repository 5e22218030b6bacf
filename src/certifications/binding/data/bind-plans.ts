import sql, { join } from 'sql-template-tag';
import type { QueryFunction, Transaction } from '../../../platform/index.js';
import {
  lockRegister,
  LogHasBeenChanged,
  type PlanBinding,
  planSum,
  readRegister,
  type RegisterWriter,
} from '../../log/index.js';
import { type Bindable, bindingOf, boundAmong, bindRecords, unbindRecords } from './bind-records.js';
import type { BoundKind } from './record-binding.entity.js';

/** Work that a job does later for one decision: an issue, or a batch of revocations or renewals. */
export interface PlanName {
  readonly kind: 'issuance' | 'certificateBatch';
  readonly id: string;
}

/** An issue or a batch (`head`) with its waiting items. */
export interface Plan {
  readonly kind: PlanName['kind'];
  readonly head: Bindable;
  readonly items: readonly Bindable[];
}

const ITEMS = {
  issuance: 'issuanceItem',
  certificateBatch: 'certificateBatchItem',
} as const satisfies Record<PlanName['kind'], BoundKind>;
const AT_ONCE = 500;

/** Binds a new plan. */
export async function bindPlan(tx: Transaction, writer: RegisterWriter, plan: Plan): Promise<void> {
  const bindings = await bindPlanRecords(tx, writer.key, plan);
  const register = await lockRegister(tx, writer);
  await register.planned(plan.head.id, bindings);
}

/** Does not update the register's state, which must be rebuilt afterwards. */
export async function bindPlanRecords(
  tx: Transaction,
  key: Uint8Array,
  { kind, head, items }: Plan,
): Promise<PlanBinding[]> {
  return [
    ...(await bindRecords(tx, key, { kind, records: [head] })),
    ...(await bindRecords(tx, key, { kind: ITEMS[kind], records: items })),
  ];
}

export interface PlanDecision {
  readonly kind: PlanName['kind'];
  /** As it was read. */
  readonly head: Bindable;
  readonly isStopped: boolean;
}

/**
 * Records in the register's state that a plan was stopped or resumed: what somebody decided, whatever its rows and
 * their bindings say before or after. An altered plan can be stopped, not resumed.
 * @returns false if nothing is left of the plan
 * @throws LogHasBeenChanged if the head of a plan to resume was altered
 */
export async function bindDecision(
  tx: Transaction,
  writer: RegisterWriter,
  { kind, head, isStopped }: PlanDecision,
): Promise<boolean> {
  const register = await lockRegister(tx, writer);
  if (!register.hasPlan(head.id)) return false;
  if (!isStopped && !(await boundAmong(tx.query, writer.key, { kind, records: [head] })).has(head.id))
    throw new LogHasBeenChanged(`the plan ${head.id} is not what was bound`);
  return register.decided(head.id, isStopped);
}

/** Whether something is left of a plan, whatever the rows of its items say. */
export async function isPlanUnderWay(tx: Transaction, writer: RegisterWriter, id: string): Promise<boolean> {
  return (await lockRegister(tx, writer)).hasPlan(id);
}

/** Ids of the plans of which something is left; `null`: the register as a whole is faulty, so nobody knows. */
export async function plansUnderWay(query: QueryFunction, key: Uint8Array): Promise<string[] | null> {
  const { state, fault } = await readRegister(query, key);
  return state === null || fault !== null ? null : Object.keys(state.plans);
}

/** A plan as its rows have it. */
export interface PlanRows extends Plan {
  /** As its job has it. */
  readonly isStopped: boolean;
}

/** A plan under way as its rows have it; `items`: all that wait. */
export interface StoredPlan extends PlanRows {
  readonly isJobDone: boolean;
}

/** Whether a plan under way is whole: its job goes on or was stopped, as decided, and what waits is what is left. */
export async function isPlanWhole(
  query: QueryFunction,
  key: Uint8Array,
  { isJobDone, ...plan }: StoredPlan,
): Promise<boolean> {
  if (isJobDone || plan.items.length === 0) return false;
  const planned = await plannedAmong(query, key, { ...plan, waiting: plan.items.map(({ id }) => id) });
  return plan.items.every(({ id }) => planned.has(id));
}

/**
 * Ids of the items that are unchanged since they were planned. Empty if the plan as a whole is not exactly what is left
 * of it: a settled item that was restored together with its binding is no longer in the sum. Empty also if its job goes
 * on although somebody has stopped it, or the other way round.
 * @param waiting ids of all items that wait
 */
export async function plannedAmong(
  query: QueryFunction,
  key: Uint8Array,
  { kind, head, items, isStopped, waiting }: PlanRows & { readonly waiting: readonly string[] },
): Promise<ReadonlySet<string>> {
  const isWhole =
    (await boundAmong(query, key, { kind, records: [head] })).has(head.id) &&
    (await isPlanCurrent(query, key, { kind, id: head.id, isStopped, waiting }));
  return isWhole ? boundAmong(query, key, { kind: ITEMS[kind], records: items }) : new Set();
}

/** Whether exactly these items are left of a plan, and it goes on as decided. Not whether they are unchanged. */
async function isPlanCurrent(
  query: QueryFunction,
  key: Uint8Array,
  { waiting, isStopped, ...name }: PlanName & Pick<PlanRows, 'isStopped'> & { readonly waiting: readonly string[] },
): Promise<boolean> {
  const { state, fault } = await readRegister(query, key);
  const plan = fault === null ? state?.plans[name.id] : undefined;
  if (plan?.isStopped !== isStopped) return false;
  return plan.sum === planSum(key, await planBindings(query, name, waiting));
}

export interface SettledItems extends PlanName {
  /** Ids. */
  readonly settled: readonly string[];
  /**
   * The head, and the settled items that were as planned, as they were checked. Their bindings are not read again: on
   * PostgreSQL, others may have altered them since. Left out: none was as planned.
   */
  readonly checked?: Pick<Plan, 'head' | 'items'>;
  /** The plan was found altered, which was reported, and no row of it waits. */
  readonly isAlteredAndOver?: boolean;
}

/**
 * Settles items of a plan: done or refused, for good. The plan ends with its last item.
 * @throws LogHasBeenChanged if the plan of items that were checked has ended or was stopped since
 */
export async function settlePlan(
  tx: Transaction,
  writer: RegisterWriter,
  { settled, checked, isAlteredAndOver = false, ...plan }: SettledItems,
): Promise<void> {
  const known = (checked?.items ?? []).map((one) => bindingOf(writer.key, ITEMS[plan.kind], one));
  const unknown = settled.filter((id) => !known.some((one) => one.id === id));
  const read = await planBindings(tx.query, plan, unknown);
  await unbindRecords(tx, ITEMS[plan.kind], settled);
  const isHead = ({ id }: PlanBinding): boolean => id === plan.id;
  const register = await lockRegister(tx, writer);
  // They were checked before this lock.
  if (checked && !register.goesOn(plan.id))
    throw new LogHasBeenChanged(`the plan ${plan.id} ended or was stopped during a step of it`);
  const isOver = await register.settled(plan.id, {
    items: [...known, ...read.filter((one) => !isHead(one))],
    head: checked ? [bindingOf(writer.key, plan.kind, checked.head)] : read.filter(isHead),
    isAlteredAndOver,
  });
  if (isOver) await unbindRecords(tx, plan.kind, [plan.id]);
}

/**
 * Ends a plan as a whole, because somebody gives up what is left of it: none of it is done any more, whatever the rows
 * of its items and their bindings say, now or later.
 * @param items ids of all its items
 */
export async function endPlan(
  tx: Transaction,
  writer: RegisterWriter,
  { kind, id, items }: PlanName & { readonly items: readonly string[] },
): Promise<void> {
  await unbindRecords(tx, ITEMS[kind], items);
  await unbindRecords(tx, kind, [id]);
  await (await lockRegister(tx, writer)).ended(id);
}

/** Stored bindings of a plan and these items. */
async function planBindings(
  query: QueryFunction,
  { kind, id }: PlanName,
  items: readonly string[],
): Promise<PlanBinding[]> {
  const found = await query<PlanBinding>(
    sql`SELECT id AS "id", mac AS "mac" FROM record_binding WHERE kind = ${kind} AND id = ${id}`,
  );
  for (let from = 0; from < items.length; from += AT_ONCE)
    found.push(
      ...(await query<PlanBinding>(sql`
        SELECT id AS "id", mac AS "mac" FROM record_binding
        WHERE kind = ${ITEMS[kind]} AND id IN (${join(items.slice(from, from + AT_ONCE))})`)),
    );
  return found;
}
