import sql from 'sql-template-tag';
import type { QueryFunction } from '../../platform/index.js';

/** Whether the trainee has enrolled, holds a certificate or was placed: the record has a past. */
export async function recordIsUsed(query: QueryFunction, traineeId: string): Promise<boolean> {
  const rows = await query<{ id: string }>(sql`
    SELECT id AS "id" FROM enrolment WHERE trainee_id = ${traineeId}
    UNION ALL SELECT id FROM certificate WHERE trainee_id = ${traineeId}
    UNION ALL SELECT id FROM placement WHERE trainee_id = ${traineeId}`);
  return rows.length > 0;
}
