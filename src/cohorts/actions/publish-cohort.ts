import { Inject, Injectable } from '@nestjs/common';
import { currentVersionOf, freezeVersion } from '../../courses/index.js';
import { type Actor, refused, type Refused, UnitOfWork } from '../../platform/index.js';
import { Cohort } from '../data/cohort.entity.js';
import { MoveFactsReader } from '../data/move-facts.js';
import { publicationBlockers } from '../domain/move-rules.js';
import type { CohortRefusalCode } from '../domain/refusals.js';
import { lockedCohort, named, onlyStaff } from './lock-cohort.js';
import { SEAT_PLAN, type SeatPlan } from './seat-plan.js';

/** Makes a draft public: creates its seats and freezes its syllabus. Idempotent. */
@Injectable()
export class PublishCohort {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly moveFacts: MoveFactsReader,
    @Inject(SEAT_PLAN) private readonly seats: SeatPlan,
  ) {}

  execute(actor: Actor, id: string): Promise<Cohort | Refused<CohortRefusalCode>> {
    onlyStaff(actor);
    return this.unitOfWork.run(actor, async (tx) => {
      const cohort = await lockedCohort(tx, id);
      if (cohort.state === 'tentative') {
        tx.withoutAudit('it is published already');
        return cohort;
      }
      const reasons = publicationBlockers(await this.moveFacts.read(tx.query, id, tx.now));
      if (reasons.length > 0) return refused(...reasons);
      const courseVersionId = await currentVersionOf(tx.query, cohort.courseId);
      await freezeVersion(tx, courseVersionId);
      await tx.of(Cohort).update({ id }, { state: 'tentative', publishedAt: tx.now, courseVersionId });
      await this.seats.open(tx, id, cohort.capacity);
      await tx.audit('cohort.published', named(cohort), { capacity: cohort.capacity });
      return cohort;
    });
  }
}
