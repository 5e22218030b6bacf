import sql, { join } from 'sql-template-tag';
import type { QueryFunction, Transaction } from '../../../platform/index.js';
import { lockRegister, type PlanBinding, planSum, readRegister, type RegisterWriter } from '../../log/index.js';
import { type Bindable, bindRecords, unbindRecords } from './bind-records.js';

/** An issue with its waiting items. */
export interface Plan {
  readonly issuance: Bindable;
  readonly items: readonly Bindable[];
}

const AT_ONCE = 500;

/** Binds the plan of a new issue. */
export async function bindPlan(tx: Transaction, writer: RegisterWriter, plan: Plan): Promise<void> {
  const bindings = await bindPlanRecords(tx, writer.key, plan);
  const register = await lockRegister(tx, writer);
  await register.planned(plan.issuance.id, bindings);
}

/** Does not update the register's state, which must be rebuilt afterwards. */
export async function bindPlanRecords(
  tx: Transaction,
  key: Uint8Array,
  { issuance, items }: Plan,
): Promise<PlanBinding[]> {
  return [
    ...(await bindRecords(tx, key, { kind: 'issuance', records: [issuance] })),
    ...(await bindRecords(tx, key, { kind: 'issuanceItem', records: items })),
  ];
}

/**
 * Whether an issue's plan is exactly what is left of it: a settled item that was restored together with its binding is
 * no longer in the sum.
 */
export async function isPlanCurrent(
  query: QueryFunction,
  key: Uint8Array,
  { issuanceId, waiting }: { readonly issuanceId: string; readonly waiting: readonly string[] },
): Promise<boolean> {
  const { state, fault } = await readRegister(query, key);
  const sum = fault === null ? state?.plans[issuanceId] : undefined;
  return sum !== undefined && sum === planSum(key, await planBindings(query, issuanceId, waiting));
}

/** Settles items of an issue: issued, refused or abandoned, for good. */
export async function settlePlan(
  tx: Transaction,
  writer: RegisterWriter,
  {
    issuanceId,
    settled,
    isOver,
  }: { readonly issuanceId: string; readonly settled: readonly string[]; readonly isOver: boolean },
): Promise<void> {
  const items = (await planBindings(tx.query, issuanceId, settled)).filter(({ id }) => id !== issuanceId);
  await unbindRecords(tx, 'issuanceItem', settled);
  if (isOver) await unbindRecords(tx, 'issuance', [issuanceId]);
  const register = await lockRegister(tx, writer);
  await register.settled(issuanceId, items, isOver);
}

/** Stored bindings of an issue and these items. */
async function planBindings(
  query: QueryFunction,
  issuanceId: string,
  items: readonly string[],
): Promise<PlanBinding[]> {
  const found = await query<PlanBinding>(
    sql`SELECT id AS "id", mac AS "mac" FROM record_binding WHERE kind = 'issuance' AND id = ${issuanceId}`,
  );
  for (let from = 0; from < items.length; from += AT_ONCE)
    found.push(
      ...(await query<PlanBinding>(sql`
        SELECT id AS "id", mac AS "mac" FROM record_binding
        WHERE kind = 'issuanceItem' AND id IN (${join(items.slice(from, from + AT_ONCE))})`)),
    );
  return found;
}
