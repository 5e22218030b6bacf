import { Inject, Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import {
  type Actor,
  blockers,
  clockOf,
  dayOf,
  isRefused,
  NotAllowed,
  refused,
  type Refused,
  UnitOfWork,
} from '../../../platform/index.js';
import {
  type TimetableChangeResult,
  ChangeTimetable,
  type ChangeOptions,
  type SessionChange,
} from '../../core/index.js';
import { PlannedChange, TimetablePlan } from '../data/timetable-plan.entity.js';
import { PLAN_MAY_BE_PUBLISHED } from '../domain/plan-rules.js';
import { changeOf } from '../domain/planned-change.js';
import type { PublicationRefusalCode } from '../domain/refusals.js';
import { lockOpenPlan } from './lock-open-plan.js';
import { PLANNED_PATTERN, type PlannedPattern } from './planned-pattern.js';

@Injectable()
export class PublishPlan {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly change: ChangeTimetable,
    @Inject(PLANNED_PATTERN) private readonly pattern: PlannedPattern,
  ) {}

  /**
   * Makes all changes of a plan, or none. Each refusal names its change: `at`, from 0, in the order of the plan.
   * @throws NotFound
   */
  execute(
    actor: Actor,
    planId: string,
    options: ChangeOptions = { overrideReason: null },
  ): Promise<TimetableChangeResult | Refused<PublicationRefusalCode>> {
    if (!may(actor, 'session.schedule')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const plan = await lockOpenPlan(tx, planId);
      if (isRefused(plan)) return plan;
      const lines = await tx.of(PlannedChange).find({ where: { planId }, order: { id: 'ASC' } });
      const against = blockers(PLAN_MAY_BE_PUBLISHED, { plan, changes: lines.length });
      if (against.length > 0) return refused(...against);
      const changed = await this.change.execute(
        tx,
        lines.map((line) => ofPattern(changeOf(line), plan)),
        options,
      );
      if (isRefused(changed)) return changed;
      await tx.of(TimetablePlan).update({ id: planId }, { state: 'published', closedAt: tx.now });
      const pattern = patternOf(plan);
      if (pattern) await this.pattern.execute(tx, pattern);
      await tx.audit(
        'plan.published',
        { type: 'plan', id: planId, label: plan.title },
        { count: lines.length, told: changed.recipients },
      );
      return changed;
    });
  }
}

/** Sessions added by re-applying a pattern belong to the pattern. */
function ofPattern(change: SessionChange, { about }: TimetablePlan): SessionChange {
  const patternId = about?.['patternId'];
  if (change.kind !== 'place' || typeof patternId !== 'string') return change;
  const { startsAt } = change.slot;
  return { ...change, pattern: { patternId, slot: `${dayOf(startsAt)} ${clockOf(startsAt)}` } };
}

/** The pattern that a plan re-applies, and from which day. */
function patternOf({ about }: TimetablePlan): { id: string; startDate: string } | null {
  const [id, startDate] = [about?.['patternId'], about?.['startDate']];
  return typeof id === 'string' && typeof startDate === 'string' ? { id, startDate } : null;
}
