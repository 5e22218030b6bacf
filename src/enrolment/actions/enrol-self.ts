import { Injectable } from '@nestjs/common';
import { type Actor, isRefused, UnitOfWork } from '../../platform/index.js';
import { traineeOf } from '../../trainees/index.js';
import { EnterCohort, type EnrolOutcome } from './enter-cohort.js';
import { lockEntry } from './lock-entry.js';

@Injectable()
export class EnrolSelf {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly enterCohort: EnterCohort,
  ) {}

  /** A trainee enrols: gets a seat if one is free and nobody is waiting, otherwise joins the end of the waitlist. */
  execute(actor: Actor, cohortCode: string): Promise<EnrolOutcome> {
    return this.unitOfWork.run(actor, async (tx) => {
      const trainee = await traineeOf(tx.query, actor.id);
      const entry = await lockEntry(tx, { cohortCode, traineeIds: trainee ? [trainee.id] : [], source: 'self' });
      return isRefused(entry) ? entry : (await this.enterCohort.execute(tx, entry))[0]!;
    });
  }
}
