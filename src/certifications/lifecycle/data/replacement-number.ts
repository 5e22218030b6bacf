import sql from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';
import type { Certificate } from '../../core/index.js';

/** Number of the certificate in its place: its successor, or another valid one for the same enrolment. */
export async function replacementNumber(
  query: QueryFunction,
  { id, enrolmentId, achievementId }: Pick<Certificate, 'id' | 'enrolmentId' | 'achievementId'>,
): Promise<string | null> {
  const [row] = await query<{ number: string }>(sql`
    SELECT number AS "number" FROM certificate
    WHERE supersedes_id = ${id} OR (id <> ${id} AND enrolment_id = ${enrolmentId} AND achievement_id = ${achievementId} AND state = 'valid')`);
  return row?.number ?? null;
}
