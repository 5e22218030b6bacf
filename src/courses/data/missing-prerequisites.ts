import sql from 'sql-template-tag';
import type { QueryFunction } from '../../platform/index.js';

export interface MissingPrerequisite {
  readonly achievementId: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** Prerequisites of the course that are not among `held`, the ids of the achievements held. */
export async function missingPrerequisites(
  query: QueryFunction,
  courseId: string,
  held: readonly string[],
): Promise<MissingPrerequisite[]> {
  const required = await query<MissingPrerequisite>(sql`
    SELECT a.id AS "achievementId", a.code AS "code", a.name_zh AS "nameZh", a.name_en AS "nameEn"
    FROM prerequisite p JOIN achievement a ON a.id = p.requires_achievement_id WHERE p.course_id = ${courseId} ORDER BY a.code`);
  return required.filter(({ achievementId }) => !held.includes(achievementId));
}
