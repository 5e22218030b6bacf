import { Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import { type Actor, isRefused, newId, NotAllowed, type Refused, UnitOfWork } from '../../platform/index.js';
import { EnrolTrainee } from './enrol-trainee.js';

export interface EnrolledMany {
  readonly confirmed: number;
  readonly waitlisted: number;
  readonly refused: number;
}

/**
 * A list of people into one cohort, in the list's order and in one transaction:
 * each by the rules of a single enrolment, whose refusal stops nobody else.
 */
@Injectable()
export class EnrolMany {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly enrolTrainee: EnrolTrainee,
  ) {}

  execute(actor: Actor, cohortCode: string, traineeIds: readonly string[]): Promise<EnrolledMany> {
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
