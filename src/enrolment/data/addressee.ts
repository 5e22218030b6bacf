import sql, { join } from 'sql-template-tag';
import type { QueryFunction } from '../../platform/index.js';

export interface Addressee {
  /** The account's address; without an account, the trainee's. */
  readonly email: string | null;
  readonly accountId: string | null;
  readonly name: string;
  readonly language: string | null;
  readonly code: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly startsOn: string;
}

/** The recipients of emails about enrolments by the enrolments' ids, with the values that the texts use. */
export async function addresseesOf(
  query: QueryFunction,
  enrolmentIds: readonly string[],
): Promise<ReadonlyMap<string, Addressee>> {
  if (enrolmentIds.length === 0) return new Map();
  const rows = await query<Addressee & { enrolmentId: string }>(sql`
    SELECT e.id AS "enrolmentId", COALESCE(a.email, t.email) AS "email", a.id AS "accountId", t.name AS "name", a.language AS "language",
      c.code AS "code", v.title_zh AS "titleZh", v.title_en AS "titleEn", c.starts_on AS "startsOn"
    FROM enrolment e JOIN trainee t ON t.id = e.trainee_id LEFT JOIN account a ON a.id = t.account_id
    JOIN cohort c ON c.id = e.cohort_id JOIN course_version v ON v.id = c.course_version_id
    WHERE e.id IN (${join([...enrolmentIds])})`);
  return new Map(rows.map(({ enrolmentId, ...addressee }) => [enrolmentId, addressee]));
}
