import sql, { join } from 'sql-template-tag';
import type { QueryFunction } from '../../platform/index.js';
import type { PersonOnRecord, PastedPerson } from '../domain/pasted-people.js';

const NOBODY = [''];

/** Trainees whose name, email or phone is in the pasted list. */
export function peopleOnRecord(query: QueryFunction, pasted: readonly PastedPerson[]): Promise<PersonOnRecord[]> {
  const pastedValues = (name: 'name' | 'email' | 'phone') =>
    join([...NOBODY, ...new Set(pasted.flatMap((person) => person[name] ?? []))]);
  return query(sql`
    SELECT t.id AS "id", t.name AS "name", COALESCE(a.email, t.email) AS "email", t.phone AS "phone"
    FROM trainee t LEFT JOIN account a ON a.id = t.account_id
    WHERE t.name IN (${pastedValues('name')}) OR t.email IN (${pastedValues('email')}) OR a.email IN (${pastedValues('email')}) OR t.phone IN (${pastedValues('phone')})
    ORDER BY t.name, t.id LIMIT 2000`);
}
