import { Injectable } from '@nestjs/common';
import { type Actor, NotFound, refuse, refused, type Refused, UnitOfWork } from '../../platform/index.js';
import { Assessment } from '../data/assessment.entity.js';
import { Result } from '../data/result.entity.js';
import type { AttendanceRefusalCode } from '../domain/refusals.js';
import { cohortForResults, isClosed } from './cohort-for-results.js';

@Injectable()
export class RemoveAssessment {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Only while it has no results, not even earlier ones. */
  execute(actor: Actor, cohortId: string, id: string): Promise<{ id: string } | Refused<AttendanceRefusalCode>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const cohort = await cohortForResults(tx, cohortId);
      const assessment = await tx.of(Assessment).findOneBy({ id, cohortId });
      if (!assessment) throw new NotFound();
      if (isClosed(cohort)) return refused(refuse('resultsClosed', { cohort: cohort.code }));
      if (await tx.of(Result).existsBy({ assessmentId: id }))
        return refused(refuse('assessmentHasResults', { name: assessment.nameZh }));
      await tx.of(Assessment).delete({ id });
      await tx.audit(
        'assessment.removed',
        { type: 'cohort', id: cohort.id, label: cohort.code },
        { name: assessment.nameZh },
      );
      return { id };
    });
  }
}
