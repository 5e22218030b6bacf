import sql from 'sql-template-tag';
import type { Language, QueryFunction } from '../../../platform/index.js';

/** The language of the account. */
export async function languageOfAccount(query: QueryFunction, id: string): Promise<Language | null> {
  const [row] = await query<{ language: Language }>(sql`SELECT language AS "language" FROM account WHERE id = ${id}`);
  return row?.language ?? null;
}

/** The language of the instructor's account; null without an account. */
export async function languageOfInstructor(query: QueryFunction, id: string): Promise<Language | null> {
  const [row] = await query<{ language: Language }>(
    sql`SELECT a.language AS "language" FROM instructor i JOIN account a ON a.id = i.account_id WHERE i.id = ${id}`,
  );
  return row?.language ?? null;
}
