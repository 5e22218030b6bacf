import { Inject, Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { CohortOfCourse, CourseCohorts } from '../../courses/index.js';
import { ReadDatabase } from '../../platform/index.js';
import { COHORT_ENROLMENTS, type CohortEnrolments } from '../domain/cohort-enrolments.js';
import { phaseOf } from '../domain/phase.js';
import { type CohortState, RUNNING_STATES } from '../domain/states.js';
import { cohortRuns } from './sql.js';

interface StoredCohort extends Omit<CohortOfCourse, 'phase' | 'isDraft' | 'isRunning'> {
  readonly state: CohortState;
}

@Injectable()
export class CohortsOfCourses implements CourseCohorts {
  constructor(
    private readonly reads: ReadDatabase,
    @Inject(COHORT_ENROLMENTS) private readonly enrolments: CohortEnrolments,
  ) {}

  async list(courseId: string, today: string): Promise<CohortOfCourse[]> {
    const rows = await this.reads.query<StoredCohort>(sql`
      SELECT c.code AS "code", c.state AS "state", c.starts_on AS "startsOn", c.ends_on AS "endsOn", c.capacity AS "capacity",
        ${this.enrolments.seated(sql`c.id`)} AS "seated"
      FROM cohort c WHERE c.course_id = ${courseId} ORDER BY c.starts_on DESC, c.code LIMIT 50`);
    return rows.map(({ state, ...row }) => ({
      ...row,
      phase: phaseOf({ state, startsOn: row.startsOn }, today),
      isDraft: state === 'draft',
      isRunning: RUNNING_STATES.includes(state),
      seated: Number(row.seated),
    }));
  }

  ofCourse(courseId: Sql): Sql {
    return sql`(SELECT COUNT(*) FROM cohort c WHERE c.course_id = ${courseId})`;
  }

  ofVersion(versionId: Sql): Sql {
    return sql`(SELECT COUNT(*) FROM cohort c WHERE c.course_version_id = ${versionId})`;
  }

  runningOfCourse(courseId: Sql): Sql {
    return sql`(SELECT COUNT(*) FROM cohort c WHERE c.course_id = ${courseId} AND ${cohortRuns('c')})`;
  }

  runningOfTrack(trackId: Sql): Sql {
    return sql`(SELECT COUNT(*) FROM cohort c JOIN course co ON co.id = c.course_id WHERE co.track_id = ${trackId} AND ${cohortRuns('c')})`;
  }
}
