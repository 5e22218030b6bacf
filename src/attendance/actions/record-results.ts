import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { type Actor, newId, refuse, refused, type Refused, UnitOfWork } from '../../platform/index.js';
import { type AssessmentRow, assessmentsOf, peopleOf, type ResultCell, resultsOf } from '../data/completion.js';
import { Result } from '../data/result.entity.js';
import { cellEdit } from '../domain/cell-edits.js';
import type { AttendanceRefusalCode } from '../domain/refusals.js';
import { cohortForResults, isClosed } from './cohort-for-results.js';

export interface ScoreInput {
  readonly assessmentId: string;
  readonly enrolmentId: string;
  /** Whole points, parsed by `readScore`. */
  readonly score: number;
  /** What the page showed in this cell; `null` or left out: no score. */
  readonly shown?: number | null;
}

/**
 * Writes scores. A change keeps the earlier result; cells that were not changed on the page are left alone. If somebody
 * else has changed one of the changed cells since the page was made, nothing is written. Returns how many were written.
 */
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
      const edits = valid.map((one) => ({ one, edit: cellEdit(one.score, one.shown ?? null, scoreIn(present, one)) }));
      const conflicts = edits.filter(({ edit }) => edit === 'conflict').length;
      if (conflicts > 0) return refused(refuse('resultsChangedMeanwhile', { count: conflicts }));
      const fresh = edits.filter(({ edit }) => edit === 'write').map(({ one }) => one);
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
      if (fresh.length === 0) tx.withoutAudit('no result was changed');
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

function scoreIn(results: readonly ResultCell[], { assessmentId, enrolmentId }: ScoreInput): number | null {
  return results.find((one) => one.assessmentId === assessmentId && one.enrolmentId === enrolmentId)?.score ?? null;
}
