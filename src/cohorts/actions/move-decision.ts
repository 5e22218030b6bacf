import { Injectable } from '@nestjs/common';
import { type Actor, refused, type Refused, UnitOfWork } from '../../platform/index.js';
import { Cohort } from '../data/cohort.entity.js';
import { MoveFactsReader } from '../data/move-facts.js';
import { decisionBlockers } from '../domain/move-rules.js';
import type { CohortRefusalCode } from '../domain/refusals.js';
import { lockedCohort, named, onlyStaff } from './lock-cohort.js';

@Injectable()
export class MoveDecision {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly moveFacts: MoveFactsReader,
  ) {}

  /** @param day `YYYY-MM-DD`, from today to the cohort's first day. */
  execute(actor: Actor, id: string, day: string): Promise<{ day: string } | Refused<CohortRefusalCode>> {
    onlyStaff(actor);
    return this.unitOfWork.run(actor, async (tx) => {
      const cohort = await lockedCohort(tx, id);
      const reasons = decisionBlockers(await this.moveFacts.read(tx.query, id, tx.now), day);
      if (reasons.length > 0) return refused(...reasons);
      if (cohort.decisionOn === day) {
        tx.withoutAudit('it is that day already');
        return { day };
      }
      await tx.of(Cohort).update({ id }, { decisionOn: day });
      await tx.audit('cohort.decisionMoved', named(cohort), { from: cohort.decisionOn, to: day });
      return { day };
    });
  }
}
