import sql from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';

/** Recipient of emails about a trainee's certificates. */
export interface Addressee {
  readonly email: string | null;
  readonly accountId: string | null;
  readonly name: string;
  readonly language: string | null;
}

export async function addresseeOf(query: QueryFunction, traineeId: string): Promise<Addressee | null> {
  const [person] = await query<Addressee>(sql`
    SELECT COALESCE(a.email, t.email) AS "email", a.id AS "accountId", t.name AS "name", a.language AS "language"
    FROM trainee t LEFT JOIN account a ON a.id = t.account_id WHERE t.id = ${traineeId}`);
  return person ?? null;
}
