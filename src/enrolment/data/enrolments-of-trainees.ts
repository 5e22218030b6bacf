import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { ReadDatabase } from '../../platform/index.js';
import type { EnrolmentOfTrainee, TraineeEnrolments } from '../../trainees/index.js';
import { NOT_ENDED } from '../domain/states.js';
import { isInState } from './sql.js';

/** Implements the trainees' port: where each trainee is enrolled. */
@Injectable()
export class EnrolmentsOfTrainees implements TraineeEnrolments {
  constructor(private readonly reads: ReadDatabase) {}

  list(traineeId: string): Promise<EnrolmentOfTrainee[]> {
    return this.reads.query<EnrolmentOfTrainee>(sql`
      SELECT e.id AS "id", c.code AS "cohortCode", v.title_zh AS "titleZh", v.title_en AS "titleEn", c.starts_on AS "startsOn", c.ends_on AS "endsOn",
        e.state AS "state", e.made_at AS "madeAt"
      FROM enrolment e JOIN cohort c ON c.id = e.cohort_id JOIN course_version v ON v.id = c.course_version_id
      WHERE e.trainee_id = ${traineeId} ORDER BY c.starts_on DESC, e.made_at DESC`);
  }

  open(traineeId: Sql): Sql {
    return sql`(SELECT COUNT(*) FROM enrolment e WHERE e.trainee_id = ${traineeId} AND ${isInState('e', NOT_ENDED)})`;
  }

  completed(traineeId: Sql): Sql {
    return sql`(SELECT COUNT(*) FROM enrolment e WHERE e.trainee_id = ${traineeId} AND ${isInState('e', ['completed'])})`;
  }

  hasOpen(traineeId: Sql): Sql {
    return sql`EXISTS (SELECT 1 FROM enrolment e WHERE e.trainee_id = ${traineeId} AND ${isInState('e', NOT_ENDED)})`;
  }

  hasCompleted(traineeId: Sql): Sql {
    return sql`EXISTS (SELECT 1 FROM enrolment e WHERE e.trainee_id = ${traineeId} AND ${isInState('e', ['completed'])})`;
  }

  hasAny(traineeId: Sql): Sql {
    return sql`EXISTS (SELECT 1 FROM enrolment e WHERE e.trainee_id = ${traineeId})`;
  }
}
