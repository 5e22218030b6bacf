import { Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import { type Actor, isRefused, NotAllowed, UnitOfWork } from '../../platform/index.js';
import type { Source } from '../domain/states.js';
import { EnterCohort, type EnrolOutcome } from './enter-cohort.js';
import { lockEntry } from './lock-entry.js';

export interface EnrolTraineeInput {
  readonly cohortCode: string;
  readonly traineeId: string;
  readonly source: Exclude<Source, 'self' | 'transfer'>;
}

@Injectable()
export class EnrolTrainee {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly enterCohort: EnterCohort,
  ) {}

  /** Staff enrol a trainee: the same rules, except for the enrolment window and the verified email. */
  execute(actor: Actor, { cohortCode, traineeId, source }: EnrolTraineeInput): Promise<EnrolOutcome> {
    if (!may(actor, 'roster.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const entry = await lockEntry(tx, { cohortCode, traineeIds: [traineeId], source });
      return isRefused(entry) ? entry : (await this.enterCohort.execute(tx, entry))[0]!;
    });
  }
}
