import type { Transaction } from '../../platform/index.js';
import { Academy } from './academy.entity.js';

const THE_ACADEMY = 1;

/** Changes the academy's only row, with the audit entry. */
export async function changeAcademy(
  tx: Transaction,
  act: string,
  decide: (before: Academy) => { values: Partial<Academy>; detail: Record<string, unknown> },
): Promise<void> {
  const before = await tx.of(Academy).findOneByOrFail({ id: THE_ACADEMY });
  const { values, detail } = decide(before);
  await tx.of(Academy).update({ id: THE_ACADEMY }, values);
  await tx.audit(act, { type: 'academy', id: String(THE_ACADEMY), label: values.nameZh ?? before.nameZh }, detail);
}
