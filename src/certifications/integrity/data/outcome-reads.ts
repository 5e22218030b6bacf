import sql, { join } from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';

export interface OutcomeOwner {
  readonly name: string;
  readonly cohort: string;
}

/** Whose enrolments these are. */
export async function ownersOf(query: QueryFunction, enrolmentIds: readonly string[]): Promise<OutcomeOwner[]> {
  if (enrolmentIds.length === 0) return [];
  return query<OutcomeOwner>(sql`
    SELECT t.name AS "name", c.code AS "cohort"
    FROM enrolment e JOIN trainee t ON t.id = e.trainee_id JOIN cohort c ON c.id = e.cohort_id
    WHERE e.id IN (${join([...enrolmentIds])}) ORDER BY c.code, t.name`);
}

/** Ids of enrolments that are gone, while what binds their outcome is there. */
export async function enrolmentsGone(query: QueryFunction): Promise<string[]> {
  const rows = await query<{ id: string }>(sql`
    SELECT b.id AS "id" FROM record_binding b
    WHERE b.kind = 'outcome' AND NOT EXISTS (SELECT 1 FROM enrolment e WHERE CAST(e.id AS TEXT) = b.id) ORDER BY b.id`);
  return rows.map(({ id }) => id);
}

export interface IssuedOnOutcome {
  readonly number: string;
  readonly enrolmentId: string;
  /** As the text that is stored. */
  readonly facts: string;
}

/** Certificates that were issued on the enrolments of a cohort. */
export function issuedOnOutcomes(query: QueryFunction, cohortId: string): Promise<IssuedOnOutcome[]> {
  return query<IssuedOnOutcome>(sql`
    SELECT k.number AS "number", k.enrolment_id AS "enrolmentId", CAST(k.facts AS TEXT) AS "facts"
    FROM certificate k JOIN enrolment e ON e.id = k.enrolment_id WHERE e.cohort_id = ${cohortId} ORDER BY k.number`);
}
