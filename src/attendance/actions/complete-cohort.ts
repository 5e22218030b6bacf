import { Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import { Cohort, markCompleted } from '../../cohorts/index.js';
import { closeWaitlist, recordOutcome } from '../../enrolment/index.js';
import { type Actor, NotAllowed, refused, type Refused, UnitOfWork, found } from '../../platform/index.js';
import { completionOf } from '../data/completion.js';
import { completionBlockers } from '../domain/completion-rules.js';
import type { AttendanceRefusalCode } from '../domain/refusals.js';

export interface Completed {
  readonly completed: number;
  readonly notCompleted: number;
}

/**
 * Completes a cohort: everybody's outcome and the cohort's own, in one transaction. `null` if it was already completed.
 */
@Injectable()
export class CompleteCohort {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, cohortId: string): Promise<Completed | null | Refused<AttendanceRefusalCode>> {
    if (!may(actor, 'cohort.complete')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const cohort = found(await tx.lock(Cohort, cohortId));
      if (cohort.state === 'completed') {
        tx.withoutAudit('it is completed already');
        return null;
      }
      const { people, facts } = await completionOf(tx.query, cohortId, tx.now);
      const reasons = completionBlockers(facts);
      if (reasons.length > 0) return refused(...reasons);
      const idsOf = (some: typeof people): string[] => some.map(({ enrolmentId }) => enrolmentId);
      const passed = idsOf(people.filter(({ shortfalls }) => shortfalls.length === 0));
      const others = idsOf(people.filter(({ shortfalls }) => shortfalls.length > 0));
      await recordOutcome(tx, passed, 'completed');
      await recordOutcome(tx, others, 'notCompleted');
      const leftWaiting = await closeWaitlist(tx, cohortId);
      await markCompleted(tx, cohortId);
      const outcome = { completed: passed.length, notCompleted: others.length };
      await tx.audit(
        'cohort.completed',
        { type: 'cohort', id: cohort.id, label: cohort.code },
        { ...outcome, leftWaiting },
      );
      return outcome;
    });
  }
}
