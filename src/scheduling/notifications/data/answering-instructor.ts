import sql from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';

/** Who answers by a signed link, as the audit names them. */
export interface AnsweringInstructor {
  readonly name: string;
  /** The instructor's own, whatever the account has. */
  readonly email: string | null;
  readonly accountId: string | null;
}

export async function answeringInstructor(query: QueryFunction, id: string): Promise<AnsweringInstructor | null> {
  const [row] = await query<AnsweringInstructor>(sql`
    SELECT name AS "name", email AS "email", account_id AS "accountId" FROM instructor WHERE id = ${id}`);
  return row ?? null;
}
