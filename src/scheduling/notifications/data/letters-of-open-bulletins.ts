import sql from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';

/** Open bulletins in which the email to one address was edited or dropped, and none to the other. */
export async function lettersOfOpenBulletins(
  query: QueryFunction,
  { of, without }: { readonly of: string; readonly without: string },
): Promise<string[]> {
  const rows = await query<{ id: string }>(sql`
    SELECT l.bulletin_id AS "id" FROM bulletin_letter l JOIN bulletin b ON b.id = l.bulletin_id
    WHERE l.email = ${of} AND b.state = 'open' AND NOT EXISTS (
      SELECT 1 FROM bulletin_letter n WHERE n.bulletin_id = l.bulletin_id AND n.email = ${without})
    ORDER BY l.bulletin_id`);
  return rows.map(({ id }) => id);
}
