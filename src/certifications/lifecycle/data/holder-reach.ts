import sql, { join } from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';

/** Trainees per query. */
const AT_ONCE = 500;

/** Email addresses by trainee; those without one are left out. */
export async function emailsOf(
  query: QueryFunction,
  traineeIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const emails = new Map<string, string>();
  for (let from = 0; from < traineeIds.length; from += AT_ONCE) {
    const rows = await query<{ id: string; email: string | null }>(sql`
      SELECT t.id AS "id", COALESCE(a.email, t.email) AS "email" FROM trainee t LEFT JOIN account a ON a.id = t.account_id
      WHERE t.id IN (${join(traineeIds.slice(from, from + AT_ONCE))})`);
    for (const { id, email } of rows) if (email !== null) emails.set(id, email);
  }
  return emails;
}

/** Email address of a trainee; the credential contains its salted hash. */
export async function emailOf(query: QueryFunction, traineeId: string): Promise<string | null> {
  return (await emailsOf(query, [traineeId])).get(traineeId) ?? null;
}
