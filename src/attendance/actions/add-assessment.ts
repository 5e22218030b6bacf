import { Injectable } from '@nestjs/common';
import { type Actor, newId, refuse, refused, type Refused, UnitOfWork } from '../../platform/index.js';
import { Assessment } from '../data/assessment.entity.js';
import { assessmentsOf } from '../data/completion.js';
import type { AssessmentKind } from '../domain/marks.js';
import type { AttendanceRefusalCode } from '../domain/refusals.js';
import { MOST_ASSESSMENTS } from '../domain/score-rules.js';
import { cohortForResults, isClosed } from './cohort-for-results.js';

export interface AssessmentInput {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly kind: AssessmentKind;
  readonly weight: number;
  readonly passScore: number;
  readonly fullScore: number;
}

@Injectable()
export class AddAssessment {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: Actor,
    cohortId: string,
    input: AssessmentInput,
  ): Promise<{ id: string } | Refused<AttendanceRefusalCode>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const cohort = await cohortForResults(tx, cohortId);
      const present = await assessmentsOf(tx.query, cohortId);
      if (isClosed(cohort)) return refused(refuse('resultsClosed', { cohort: cohort.code }));
      if (present.length >= MOST_ASSESSMENTS) return refused(refuse('assessmentTooMany', { most: MOST_ASSESSMENTS }));
      if (input.passScore > input.fullScore)
        return refused(refuse('assessmentPassAboveFull', { full: input.fullScore }, 'passScore'));
      const id = newId();
      await tx.of(Assessment).insert({ ...input, id, cohortId, position: (present.at(-1)?.position ?? 0) + 1 });
      await tx.audit(
        'assessment.added',
        { type: 'cohort', id: cohort.id, label: cohort.code },
        { name: input.nameZh, kind: input.kind },
      );
      return { id };
    });
  }
}
