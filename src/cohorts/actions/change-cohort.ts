import { Inject, Injectable } from '@nestjs/common';
import { currentVersionOf } from '../../courses/index.js';
import { type Actor, type Refusal, refused, type Refused, type Transaction, UnitOfWork } from '../../platform/index.js';
import { Cohort } from '../data/cohort.entity.js';
import { MoveFactsReader } from '../data/move-facts.js';
import { planFacts } from '../data/plan-facts.js';
import { COHORT_SESSIONS, type CohortSessions } from '../domain/cohort-sessions.js';
import { capacityFitsRooms } from '../domain/move-rules.js';
import { type CohortPlan, planBlockers } from '../domain/plan-rules.js';
import { lockedCohort, named, onlyStaff } from './lock-cohort.js';
import { SEAT_PLAN, type SeatPlan } from './seat-plan.js';

const CHANGEABLE = [
  'courseId',
  'code',
  'delivery',
  'startsOn',
  'endsOn',
  'decisionOn',
  'capacity',
  'leastEnrolment',
  'windowOpensAt',
  'windowClosesAt',
  'feeTextZh',
  'feeTextEn',
  'sponsorEmployerId',
] as const satisfies readonly (keyof CohortPlan)[];

/** Changes the plan of a cohort; seats follow a new capacity. */
@Injectable()
export class ChangeCohort {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly moveFacts: MoveFactsReader,
    @Inject(SEAT_PLAN) private readonly seats: SeatPlan,
    @Inject(COHORT_SESSIONS) private readonly sessions: CohortSessions,
  ) {}

  execute(actor: Actor, id: string, plan: CohortPlan): Promise<{ code: string } | Refused> {
    onlyStaff(actor);
    return this.unitOfWork.run(actor, async (tx) => {
      const cohort = await lockedCohort(tx, id);
      const changed = CHANGEABLE.filter((name) => cohort[name] !== plan[name]);
      const reasons = await this.reasons(tx, cohort, plan);
      if (reasons.length > 0) return refused(...reasons);
      if (changed.length === 0) {
        tx.withoutAudit('nothing was changed');
        return { code: cohort.code };
      }
      await tx.of(Cohort).update({ id }, { ...plan, courseVersionId: await this.versionFor(tx, cohort, plan) });
      const detail = Object.fromEntries(changed.map((name) => [name, { from: cohort[name], to: plan[name] }]));
      await tx.audit('cohort.changed', named({ id, code: plan.code }), detail);
      return { code: plan.code };
    });
  }

  /** Last, because resizing writes: all other rules have passed by now, and it refuses before it writes. */
  private async reasons(tx: Transaction, cohort: Cohort, plan: CohortPlan): Promise<Refusal[]> {
    const { id, code, state, courseId, startsOn, decisionOn, capacity } = cohort;
    const reasons: Refusal[] = planBlockers(
      await planFacts(tx.query, this.sessions, {
        plan,
        now: tx.now,
        present: { id, code, state, courseId, startsOn, decisionOn },
      }),
    );
    if (state === 'draft' || plan.capacity === capacity || reasons.length > 0) return reasons;
    const facts = await this.moveFacts.read(tx.query, id, tx.now);
    const tooLarge =
      plan.capacity > capacity
        ? capacityFitsRooms({ ...facts, cohort: { ...facts.cohort, capacity: plan.capacity } })
        : null;
    return tooLarge ? [tooLarge] : this.seats.resize(tx, { id, code }, plan.capacity);
  }

  private async versionFor(tx: Transaction, cohort: Cohort, plan: CohortPlan): Promise<string> {
    return cohort.courseId === plan.courseId ? cohort.courseVersionId : currentVersionOf(tx.query, plan.courseId);
  }
}
