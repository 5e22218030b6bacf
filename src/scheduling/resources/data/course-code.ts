import sql from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';

/** Also for retired courses; null for an unknown id. */
export async function courseCode(query: QueryFunction, id: string): Promise<string | null> {
  const [course] = await query<{ code: string }>(sql`SELECT code AS "code" FROM course WHERE id = ${id}`);
  return course?.code ?? null;
}
