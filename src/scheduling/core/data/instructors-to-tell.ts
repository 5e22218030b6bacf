import sql, { join } from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';

export interface InstructorToTell {
  readonly instructorId: string;
  readonly name: string;
  /** The account's email, else the instructor's own. */
  readonly email: string | null;
  /** Language of the account; null without an account. */
  readonly language: string | null;
}

/** Instructors with the addresses for notifications, by name. */
export async function instructorsToTell(query: QueryFunction, ids: readonly string[]): Promise<InstructorToTell[]> {
  if (ids.length === 0) return [];
  return query<InstructorToTell>(sql`
    SELECT i.id AS "instructorId", i.name AS "name", COALESCE(a.email, i.email) AS "email", a.language AS "language"
    FROM instructor i LEFT JOIN account a ON a.id = i.account_id WHERE i.id IN (${join([...ids])}) ORDER BY i.name`);
}
