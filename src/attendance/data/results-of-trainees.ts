import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { ReadDatabase } from '../../platform/index.js';
import type { ResultOfTrainee, TraineeResults } from '../../trainees/index.js';

/** The results shown on a trainee's page. */
@Injectable()
export class ResultsOfTrainees implements TraineeResults {
  constructor(private readonly reads: ReadDatabase) {}

  list(traineeId: string): Promise<ResultOfTrainee[]> {
    return this.reads.query<ResultOfTrainee>(sql`
      SELECT c.code AS "cohortCode", s.name_zh AS "nameZh", s.name_en AS "nameEn", r.score AS "score", s.full_score AS "fullScore", s.pass_score AS "passScore"
      FROM result r JOIN assessment s ON s.id = r.assessment_id JOIN enrolment e ON e.id = r.enrolment_id JOIN cohort c ON c.id = s.cohort_id
      WHERE e.trainee_id = ${traineeId} AND r.superseded_at IS NULL ORDER BY c.starts_on DESC, s.position`);
  }
}
