import { Inject, Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import { Cohort, markCompleted } from '../../cohorts/index.js';
import { closeWaitlist, recordOutcome } from '../../enrolment/index.js';
import { type Actor, NotAllowed, refuse, refused, type Refused, UnitOfWork, found } from '../../platform/index.js';
import { completionOf, completionSeen } from '../data/completion.js';
import { outcomesIn } from '../data/outcomes.js';
import { completionBlockers } from '../domain/completion-rules.js';
import type { AttendanceRefusalCode } from '../domain/refusals.js';
import { OUTCOME_BINDINGS, type OutcomeBindings } from './outcome-bindings.js';

export interface CompletionResult {
  readonly completed: number;
  readonly notCompleted: number;
}

/**
 * Completes a cohort: everybody's outcome and the cohort's own, in one transaction. `null` if it was already completed.
 */
@Injectable()
export class CompleteCohort {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(OUTCOME_BINDINGS) private readonly bindings: OutcomeBindings,
  ) {}

  /** @param seen the fingerprint of what was shown (`completionSeen`); refused if something else stands now */
  execute(
    actor: Actor,
    cohortId: string,
    seen?: string,
  ): Promise<CompletionResult | null | Refused<AttendanceRefusalCode>> {
    if (!may(actor, 'cohort.complete')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const cohort = found(await tx.lock(Cohort, cohortId));
      if (cohort.state === 'completed') {
        tx.withoutAudit('it is completed already');
        return null;
      }
      const standing = await completionOf(tx.query, cohortId, tx.now);
      const { people, assessments, facts } = standing;
      const reasons = completionBlockers(facts);
      if (reasons.length > 0) return refused(...reasons);
      if (seen !== undefined && seen !== completionSeen(standing))
        return refused<AttendanceRefusalCode>(refuse('completionChangedMeanwhile'));
      const ended = people.map((person) => {
        const state = person.shortfalls.length === 0 ? ('completed' as const) : ('notCompleted' as const);
        return { ...person, state, endedAt: tx.now };
      });
      for (const outcome of ['completed', 'notCompleted'] as const) {
        const some = ended.filter(({ state }) => state === outcome);
        await recordOutcome(
          tx,
          some.map(({ enrolmentId }) => enrolmentId),
          outcome,
        );
      }
      await this.bindings.execute(tx, outcomesIn(cohortId, { people: ended, assessments }));
      const leftWaiting = await closeWaitlist(tx, cohortId);
      await markCompleted(tx, cohortId);
      const completed = ended.filter(({ state }) => state === 'completed').length;
      const outcome = { completed, notCompleted: people.length - completed };
      await tx.audit(
        'cohort.completed',
        { type: 'cohort', id: cohort.id, label: cohort.code },
        { ...outcome, leftWaiting },
      );
      return outcome;
    });
  }
}
