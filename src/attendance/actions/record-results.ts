import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { type Actor, newId, refuse, refused, type Refused, UnitOfWork } from '../../platform/index.js';
import { type AssessmentRow, assessmentsOf, peopleOf, resultsOf } from '../data/completion.js';
import { Result } from '../data/result.entity.js';
import type { AttendanceRefusalCode } from '../domain/refusals.js';
import { cohortForResults, isClosed } from './cohort-for-results.js';

export interface ScoreInput {
  readonly assessmentId: string;
  readonly enrolmentId: string;
  /** Whole points, parsed by `readScore`. */
  readonly score: number;
}

/** Writes scores. A change keeps the earlier result; unchanged ones are left alone. Returns how many were written. */
@Injectable()
export class RecordResults {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: Actor,
    cohortId: string,
    scores: readonly ScoreInput[],
  ): Promise<{ written: number } | Refused<AttendanceRefusalCode>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const cohort = await cohortForResults(tx, cohortId);
      if (isClosed(cohort)) return refused(refuse('resultsClosed', { cohort: cohort.code }));
      const assessments = await assessmentsOf(tx.query, cohortId);
      const people = new Set((await peopleOf(tx.query, cohortId)).map(({ enrolmentId }) => enrolmentId));
      const present = await resultsOf(tx.query, cohortId);
      const valid = scores.filter((one) => people.has(one.enrolmentId) && isScoreOf(assessments, one));
      const fresh = valid.filter(
        (one) =>
          present.find((old) => old.assessmentId === one.assessmentId && old.enrolmentId === one.enrolmentId)?.score !==
          one.score,
      );
      for (const { assessmentId, enrolmentId, score } of fresh) {
        await tx.of(Result).update({ assessmentId, enrolmentId, supersededAt: IsNull() }, { supersededAt: tx.now });
        await tx.of(Result).insert({
          id: newId(),
          assessmentId,
          enrolmentId,
          score,
          recordedAt: tx.now,
          recordedByName: tx.actor.name,
          supersededAt: null,
        });
      }
      if (fresh.length === 0) tx.withoutAudit('the results are the same as before');
      else
        await tx.audit(
          'results.recorded',
          { type: 'cohort', id: cohort.id, label: cohort.code },
          { count: fresh.length },
        );
      return { written: fresh.length };
    });
  }
}

function isScoreOf(assessments: readonly AssessmentRow[], { assessmentId, score }: ScoreInput): boolean {
  const assessment = assessments.find(({ id }) => id === assessmentId);
  return assessment !== undefined && Number.isSafeInteger(score) && score >= 0 && score <= assessment.fullScore;
}
