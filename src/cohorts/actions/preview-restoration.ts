import { Injectable } from '@nestjs/common';
import { type Actor, refused, UnitOfWork } from '../../platform/index.js';
import { onlyStaff } from './lock-cohort.js';
import { RestoreCohort, type RestoreOutcome } from './restore-cohort.js';

@Injectable()
export class PreviewRestoration {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly restoreCohort: RestoreCohort,
  ) {}

  /**
   * What a restoration would return now. Runs the real restoration and rolls it back, so that the page
   * shows exactly what the action would do.
   */
  async execute(actor: Actor, id: string): Promise<RestoreOutcome> {
    onlyStaff(actor);
    let outcome: RestoreOutcome = refused();
    await this.unitOfWork.run(actor, async () => {
      outcome = await this.restoreCohort.execute(actor, id);
      return refused();
    });
    return outcome;
  }
}
