import sql, { join } from 'sql-template-tag';
import type { QueryFunction } from '../../platform/index.js';
import type { OnRecord } from '../domain/match-row.js';

const AT_ONCE = 400;

/** The people on record who bear one of these names. */
export async function knownPeople(query: QueryFunction, names: readonly string[]): Promise<OnRecord[]> {
  const wanted = [...new Set(names)].filter((name) => name !== '');
  const found: OnRecord[] = [];
  for (let at = 0; at < wanted.length; at += AT_ONCE) {
    found.push(
      ...(await query<OnRecord>(sql`
      SELECT id AS "id", name AS "name", email AS "email", phone AS "phone", born_on AS "bornOn", workplace AS "workplace"
      FROM trainee WHERE name IN (${join(wanted.slice(at, at + AT_ONCE))}) ORDER BY created_at`)),
    );
  }
  return found;
}
