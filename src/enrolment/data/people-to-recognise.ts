import sql, { join } from 'sql-template-tag';
import type { ReadDatabase } from '../../platform/index.js';
import type { KnownPerson, PastedPerson } from '../domain/pasted-people.js';

const NOBODY = [''];

/** Everybody on record who could be one of the pasted people. */
export function peopleToRecognise(reads: ReadDatabase, pasted: readonly PastedPerson[]): Promise<KnownPerson[]> {
  const told = (name: 'name' | 'email' | 'phone') =>
    join([...NOBODY, ...new Set(pasted.flatMap((one) => one[name] ?? []))]);
  return reads.query(sql`
    SELECT t.id AS "id", t.name AS "name", COALESCE(a.email, t.email) AS "email", t.phone AS "phone"
    FROM trainee t LEFT JOIN account a ON a.id = t.account_id
    WHERE t.name IN (${told('name')}) OR t.email IN (${told('email')}) OR a.email IN (${told('email')}) OR t.phone IN (${told('phone')})
    ORDER BY t.name, t.id LIMIT 2000`);
}
