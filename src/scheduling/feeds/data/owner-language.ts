import sql from 'sql-template-tag';
import type { Language, QueryFunction } from '../../../platform/index.js';

/** As the account says it. */
export async function languageOfAccount(query: QueryFunction, id: string): Promise<Language | null> {
  const [row] = await query<{ language: Language }>(sql`SELECT language AS "language" FROM account WHERE id = ${id}`);
  return row?.language ?? null;
}

/** As the instructor's account says it; null where they have none. */
export async function languageOfInstructor(query: QueryFunction, id: string): Promise<Language | null> {
  const [row] = await query<{ language: Language }>(
    sql`SELECT a.language AS "language" FROM instructor i JOIN account a ON a.id = i.account_id WHERE i.id = ${id}`,
  );
  return row?.language ?? null;
}
