import { NotFound, type Transaction } from '../../../platform/index.js';
import { PlannedChange } from '../data/timetable-plan.entity.js';

export interface PlanLine {
  readonly planId: string;
  readonly changeId: string;
}

/** @throws NotFound for a change that the plan does not have */
export async function plannedLine(tx: Transaction, { planId, changeId }: PlanLine): Promise<PlannedChange> {
  const line = await tx.of(PlannedChange).findOneBy({ id: changeId, planId });
  if (!line) throw new NotFound();
  return line;
}
