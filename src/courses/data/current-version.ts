import sql from 'sql-template-tag';
import type { QueryFunction } from '../../platform/index.js';

/**
 * The version that a new cohort of the course teaches.
 * @throws Error for an unknown course and for one that has no version yet
 */
export async function currentVersionOf(query: QueryFunction, courseId: string): Promise<string> {
  const [course] = await query<{ versionId: string | null }>(
    sql`SELECT current_version_id AS "versionId" FROM course WHERE id = ${courseId}`,
  );
  if (!course?.versionId) throw new Error('The course has no version');
  return course.versionId;
}
