import { Injectable } from '@nestjs/common';
import sql, { join } from 'sql-template-tag';
import type { QueryFunction } from '../../platform/index.js';
import type { CohortAudience, Listener, SharedTrainee } from '../../scheduling/index.js';
import { holdsSeat } from './sql.js';

/** Implements the timetable's port: who has a seat in a cohort. */
@Injectable()
export class CohortPeople implements CohortAudience {
  list(query: QueryFunction, cohortId: string): Promise<Listener[]> {
    return query<Listener>(sql`
      SELECT t.name AS "name", COALESCE(a.email, t.email) AS "email", a.language AS "language"
      FROM enrolment e JOIN trainee t ON t.id = e.trainee_id LEFT JOIN account a ON a.id = t.account_id
      WHERE e.cohort_id = ${cohortId} AND ${holdsSeat('e')} ORDER BY e.ticket`);
  }

  async inCommon(query: QueryFunction, cohortId: string, others: readonly string[]): Promise<SharedTrainee[]> {
    if (others.length === 0) return [];
    return query<SharedTrainee>(sql`
      SELECT t.name AS "name", o.cohort_id AS "cohortId"
      FROM enrolment e JOIN enrolment o ON o.trainee_id = e.trainee_id AND ${holdsSeat('o')} AND o.cohort_id IN (${join([...others])})
      JOIN trainee t ON t.id = e.trainee_id
      WHERE e.cohort_id = ${cohortId} AND ${holdsSeat('e')} ORDER BY t.name, o.cohort_id`);
  }

  async cohortsOf(query: QueryFunction, accountId: string): Promise<string[]> {
    const rows = await query<{ id: string }>(sql`
      SELECT e.cohort_id AS "id" FROM enrolment e JOIN trainee t ON t.id = e.trainee_id
      WHERE t.account_id = ${accountId} AND ${holdsSeat('e')} AND e.state <> 'offered'`);
    return rows.map(({ id }) => id);
  }
}
