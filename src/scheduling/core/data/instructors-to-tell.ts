import sql, { join } from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';

export interface InstructorToTell {
  readonly instructorId: string;
  readonly name: string;
  /** The account's, else the instructor's own. */
  readonly email: string | null;
  /** As the account says it; null: no account. */
  readonly language: string | null;
}

/** Instructors as changes of the timetable reach them, by name. */
export async function instructorsToTell(query: QueryFunction, ids: readonly string[]): Promise<InstructorToTell[]> {
  if (ids.length === 0) return [];
  return query<InstructorToTell>(sql`
    SELECT i.id AS "instructorId", i.name AS "name", COALESCE(a.email, i.email) AS "email", a.language AS "language"
    FROM instructor i LEFT JOIN account a ON a.id = i.account_id WHERE i.id IN (${join([...ids])}) ORDER BY i.name`);
}
