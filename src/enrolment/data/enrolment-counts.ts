import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { CohortEnrolments, SeatCounts } from '../../cohorts/index.js';
import { ReadDatabase } from '../../platform/index.js';
import type { EnrolmentState } from '../domain/states.js';
import { holdsSeat, isInState } from './sql.js';

/** Implements the cohorts' port: how many people have a seat or wait. */
@Injectable()
export class EnrolmentCounts implements CohortEnrolments {
  constructor(private readonly reads: ReadDatabase) {}

  async byState(cohortId: string): Promise<SeatCounts> {
    const rows = await this.reads.query<{ state: EnrolmentState; count: number }>(
      sql`SELECT state AS "state", COUNT(*) AS "count" FROM enrolment WHERE cohort_id = ${cohortId} GROUP BY state`,
    );
    const of = (state: EnrolmentState): number => Number(rows.find((one) => one.state === state)?.count ?? 0);
    return {
      confirmed: of('confirmed'),
      offered: of('offered'),
      waitlisted: of('waitlisted'),
      completed: of('completed'),
      notCompleted: of('notCompleted'),
    };
  }

  seated(cohortId: Sql): Sql {
    return count(cohortId, holdsSeat('e'));
  }

  waiting(cohortId: Sql): Sql {
    return count(cohortId, isInState('e', ['waitlisted']));
  }

  confirmed(cohortId: Sql): Sql {
    return count(cohortId, isInState('e', ['confirmed']));
  }

  perCohort(): Sql {
    return sql`(SELECT e.cohort_id, SUM(CASE WHEN ${holdsSeat('e')} THEN 1 ELSE 0 END) AS taken,
      SUM(CASE WHEN ${isInState('e', ['waitlisted'])} THEN 1 ELSE 0 END) AS waiting FROM enrolment e GROUP BY e.cohort_id)`;
  }
}

function count(cohortId: Sql, condition: Sql): Sql {
  return sql`(SELECT COUNT(*) FROM enrolment e WHERE e.cohort_id = ${cohortId} AND ${condition})`;
}
