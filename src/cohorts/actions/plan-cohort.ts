import { Inject, Injectable } from '@nestjs/common';
import { Course, currentVersionOf } from '../../courses/index.js';
import { type Actor, looksLikeId, newId, refused, type Refused, UnitOfWork } from '../../platform/index.js';
import { Cohort } from '../data/cohort.entity.js';
import { planFacts } from '../data/plan-facts.js';
import { COHORT_SESSIONS, type CohortSessions } from '../domain/cohort-sessions.js';
import { type CohortPlan, planBlockers } from '../domain/plan-rules.js';
import type { CohortRefusalCode } from '../domain/refusals.js';
import { named, onlyStaff } from './lock-cohort.js';

export interface PlannedCohort {
  readonly id: string;
  readonly code: string;
}

/** Creates a draft, which only the office sees. */
@Injectable()
export class PlanCohort {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(COHORT_SESSIONS) private readonly sessions: CohortSessions,
  ) {}

  execute(actor: Actor, plan: CohortPlan): Promise<PlannedCohort | Refused<CohortRefusalCode>> {
    onlyStaff(actor);
    return this.unitOfWork.run(actor, async (tx) => {
      if (looksLikeId(plan.courseId)) await tx.lock(Course, plan.courseId);
      const facts = await planFacts(tx.query, this.sessions, { plan, now: tx.now, present: null });
      const reasons = planBlockers(facts);
      if (reasons.length > 0) return refused(...reasons);
      const cohort = { id: newId(), code: plan.code };
      await tx.of(Cohort).insert({
        ...plan,
        ...cohort,
        courseVersionId: await currentVersionOf(tx.query, plan.courseId),
        state: 'draft',
        coordinatorAccountId: actor.id,
        publishedAt: null,
        confirmedAt: null,
        completedAt: null,
        cancelledAt: null,
        cancelledFrom: null,
        cancelReason: null,
        createdAt: tx.now,
      });
      await tx.audit('cohort.planned', named(cohort), {
        startsOn: plan.startsOn,
        endsOn: plan.endsOn,
        capacity: plan.capacity,
      });
      return cohort;
    });
  }
}
