import { Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import { type Actor, isRefused, newId, NotAllowed, UnitOfWork } from '../../platform/index.js';
import { EnterCohort } from './enter-cohort.js';
import { lockEntry } from './lock-entry.js';

export interface ImportCounts {
  readonly confirmed: number;
  readonly waitlisted: number;
  readonly refused: number;
}

/**
 * Enrols a list of trainees in one cohort, in the list's order and in one transaction. Each follows the rules of a
 * single enrolment; a refusal does not affect the others.
 */
@Injectable()
export class EnrolTrainees {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly enterCohort: EnterCohort,
  ) {}

  execute(actor: Actor, cohortCode: string, traineeIds: readonly string[]): Promise<ImportCounts> {
    if (!may(actor, 'roster.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const entry = await lockEntry(tx, { cohortCode, traineeIds, source: 'import' });
      const outcomes = isRefused(entry) ? [] : await this.enterCohort.execute(tx, entry);
      const entered = outcomes.flatMap((outcome) => (isRefused(outcome) ? [] : [outcome.state]));
      const confirmed = entered.filter((state) => state === 'confirmed').length;
      const counts = {
        confirmed,
        waitlisted: entered.length - confirmed,
        refused: new Set(traineeIds).size - entered.length,
      };
      await tx.audit('enrolment.imported', { type: 'import', id: newId(), label: cohortCode }, counts);
      return counts;
    });
  }
}
