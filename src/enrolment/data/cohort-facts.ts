import sql from 'sql-template-tag';
import { Cohort, type CohortState, ENROLLING_STATES } from '../../cohorts/index.js';
import { type QueryFunction, instantOf, type Transaction } from '../../platform/index.js';
import { isNotCancelled } from '../../scheduling/index.js';
import type { CohortFacts } from '../domain/enrolment-rules.js';

export interface CohortForSeats extends CohortFacts {
  readonly id: string;
  readonly courseId: string;
  readonly startsOn: string;
}

interface CohortFactsRow {
  readonly id: string;
  readonly code: string;
  readonly courseId: string;
  readonly state: CohortState;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly windowOpensAt: number;
  readonly windowClosesAt: number;
  readonly firstStart: number | null;
  readonly lastEnd: number | null;
}

export async function cohortFacts(query: QueryFunction, id: string): Promise<CohortForSeats | null> {
  const [row] = await query<CohortFactsRow>(sql`
    SELECT c.id AS "id", c.code AS "code", c.course_id AS "courseId", c.state AS "state", c.starts_on AS "startsOn", c.ends_on AS "endsOn",
      c.window_opens_at AS "windowOpensAt", c.window_closes_at AS "windowClosesAt",
      (SELECT MIN(s.starts_at) FROM session s WHERE s.cohort_id = c.id AND ${isNotCancelled('s')}) AS "firstStart",
      (SELECT MAX(s.ends_at) FROM session s WHERE s.cohort_id = c.id AND ${isNotCancelled('s')}) AS "lastEnd"
    FROM cohort c WHERE c.id = ${id}`);
  if (!row) return null;
  const { state, firstStart, lastEnd, endsOn, ...columns } = row;
  return {
    ...columns,
    takesPeople: ENROLLING_STATES.includes(state),
    beginsAt: firstStart ?? instantOf(row.startsOn, '00:00'),
    endsAt: lastEnd ?? instantOf(endsOn, '23:59'),
  };
}

/** Locks the cohort until the transaction ends. Everything that gives or frees one of its seats calls this first. */
export async function lockCohort(tx: Transaction, id: string): Promise<CohortForSeats | null> {
  return (await tx.lock(Cohort, id)) && cohortFacts(tx.query, id);
}

export async function cohortIdOf(query: QueryFunction, code: string): Promise<string | null> {
  const [row] = await query<{ id: string }>(sql`SELECT id AS "id" FROM cohort WHERE code = ${code}`);
  return row?.id ?? null;
}
