import sql, { join } from 'sql-template-tag';
import type { QueryFunction } from '../../platform/index.js';
import type { OnRecord } from '../domain/match-row.js';

const AT_ONCE = 400;

/** The trainees with one of these names. */
export async function peopleNamed(query: QueryFunction, names: readonly string[]): Promise<OnRecord[]> {
  const searched = [...new Set(names)].filter((name) => name !== '');
  const people: OnRecord[] = [];
  for (let at = 0; at < searched.length; at += AT_ONCE) {
    people.push(
      ...(await query<OnRecord>(sql`
      SELECT id AS "id", name AS "name", email AS "email", phone AS "phone", born_on AS "bornOn", workplace AS "workplace"
      FROM trainee WHERE name IN (${join(searched.slice(at, at + AT_ONCE))}) ORDER BY created_at`)),
    );
  }
  return people;
}
