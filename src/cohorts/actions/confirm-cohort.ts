import { Injectable } from '@nestjs/common';
import { type Actor, refused, type Refused, UnitOfWork } from '../../platform/index.js';
import { Cohort } from '../data/cohort.entity.js';
import { MoveFactsReader } from '../data/move-facts.js';
import { confirmationBlockers, smallCohortIsMeant } from '../domain/move-rules.js';
import type { CohortRefusalCode } from '../domain/refusals.js';
import { lockedCohort, named, onlyStaff } from './lock-cohort.js';

/** Below the minimum enrolment this needs an acknowledgement. */
@Injectable()
export class ConfirmCohort {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly moveFacts: MoveFactsReader,
  ) {}

  execute(
    actor: Actor,
    id: string,
    { acknowledged }: { readonly acknowledged: boolean },
  ): Promise<Cohort | Refused<CohortRefusalCode>> {
    onlyStaff(actor);
    return this.unitOfWork.run(actor, async (tx) => {
      const cohort = await lockedCohort(tx, id);
      if (cohort.state === 'confirmed') {
        tx.withoutAudit('it is confirmed already');
        return cohort;
      }
      const facts = await this.moveFacts.read(tx.query, id, tx.now);
      const small = smallCohortIsMeant(facts, acknowledged);
      const reasons = [...confirmationBlockers(facts), ...(small ? [small] : [])];
      if (reasons.length > 0) return refused(...reasons);
      await tx.of(Cohort).update({ id }, { state: 'confirmed', confirmedAt: tx.now });
      await tx.audit('cohort.confirmed', named(cohort), { confirmed: facts.confirmed, least: cohort.leastEnrolment });
      return cohort;
    });
  }
}
