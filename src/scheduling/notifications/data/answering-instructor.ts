import sql from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';

/** The instructor behind a signed link, as the audit trail names them. */
export interface AnsweringInstructor {
  readonly name: string;
  /** The instructor's own name, not that of the account. */
  readonly email: string | null;
  readonly accountId: string | null;
}

export async function answeringInstructor(query: QueryFunction, id: string): Promise<AnsweringInstructor | null> {
  const [row] = await query<AnsweringInstructor>(sql`
    SELECT name AS "name", email AS "email", account_id AS "accountId" FROM instructor WHERE id = ${id}`);
  return row ?? null;
}
