import { Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import { type Actor, isRefused, newId, NotAllowed, type Refused, UnitOfWork } from '../../platform/index.js';
import { EnrolTrainee } from './enrol-trainee.js';

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
    private readonly enrolTrainee: EnrolTrainee,
  ) {}

  execute(actor: Actor, cohortCode: string, traineeIds: readonly string[]): Promise<ImportCounts> {
    if (!may(actor, 'roster.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const counts = { confirmed: 0, waitlisted: 0, refused: 0 };
      for (const traineeId of new Set(traineeIds)) {
        const outcome: { state: 'confirmed' | 'waitlisted' } | Refused = await this.enrolTrainee.execute(actor, {
          cohortCode,
          traineeId,
          source: 'import',
        });
        counts[isRefused(outcome) ? 'refused' : outcome.state] += 1;
      }
      await tx.audit('enrolment.imported', { type: 'import', id: newId(), label: cohortCode }, counts);
      return counts;
    });
  }
}
