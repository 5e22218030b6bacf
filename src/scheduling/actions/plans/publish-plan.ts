import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { type Actor, blockers, clockOf, dayOf, isRefused, NotAllowed, refused, type Refused, type Transaction, UnitOfWork } from '../../../platform/index.js';
import { TimetablePattern } from '../../data/timetable-pattern.entity.js';
import { PlannedChange, TimetablePlan } from '../../data/timetable-plan.entity.js';
import { PLAN_MAY_BE_PUBLISHED } from '../../domain/plan-rules.js';
import type { SessionChange } from '../../domain/change-set.js';
import { changeOf } from '../../domain/planned-change.js';
import type { SchedulingRefusalCode } from '../../domain/refusals.js';
import { type Changed, ChangeTimetable, type Manner } from '../change-timetable.js';
import { openPlan } from './plan-change.js';

@Injectable()
export class PublishPlan {
  constructor(private readonly unitOfWork: UnitOfWork, private readonly change: ChangeTimetable) {}

  /** Makes every change of a plan at once, or none: each reason names its line (`at`, from 0, in the order of the plan). @throws NotFound */
  of(actor: Actor, planId: string, manner: Manner = { overrideReason: null }): Promise<Changed | Refused<SchedulingRefusalCode>> {
    if (!may(actor, 'session.schedule')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const plan = await openPlan(tx, planId);
      if (isRefused(plan)) return plan;
      const lines = await tx.of(PlannedChange).find({ where: { planId }, order: { id: 'ASC' } });
      const against = blockers(PLAN_MAY_BE_PUBLISHED, { plan, changes: lines.length });
      if (against.length > 0) return refused(...against);
      const changed = await this.change.by(tx, lines.map((line) => ofPattern(changeOf(line), plan)), manner);
      if (isRefused(changed)) return changed;
      await tx.of(TimetablePlan).update({ id: planId }, { state: 'published', closedAt: tx.now });
      await keepPattern(tx, plan);
      await tx.audit('plan.published', { type: 'plan', id: planId, label: plan.title }, { count: lines.length, told: changed.told });
      return changed;
    });
  }
}

/** What a pattern laid out again adds belongs to the pattern. */
function ofPattern(change: SessionChange, { about }: TimetablePlan): SessionChange {
  const patternId = about?.['patternId'];
  if (change.kind !== 'place' || typeof patternId !== 'string') return change;
  const { startsAt } = change.place;
  return { ...change, pattern: { patternId, slot: `${dayOf(startsAt)} ${clockOf(startsAt)}` } };
}

/** The pattern is kept as it was laid out last. */
async function keepPattern(tx: Transaction, { about }: TimetablePlan): Promise<void> {
  const [id, startDate] = [about?.['patternId'], about?.['startDate']];
  if (typeof id !== 'string' || typeof startDate !== 'string') return;
  const known = await tx.of(TimetablePattern).findOneBy({ id });
  if (known) await tx.of(TimetablePattern).update({ id }, { definition: { ...known.definition, startDate }, appliedAt: tx.now });
}
