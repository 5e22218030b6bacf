import sql, { join } from 'sql-template-tag';
import type { QueryFunction } from '../../platform/index.js';
import type { CourseNode } from '../domain/prerequisite-cycles.js';

/** Every course except the one with this code, with what it leads to and requires. */
export async function otherCourses(query: QueryFunction, code: string): Promise<CourseNode[]> {
  const rows = await query<{ code: string; leadsTo: string | null; requires: string | null }>(sql`
    SELECT co.code AS "code", co.achievement_id AS "leadsTo", p.requires_achievement_id AS "requires"
    FROM course co LEFT JOIN prerequisite p ON p.course_id = co.id WHERE co.code <> ${code}`);
  const byCode = new Map<string, { code: string; leadsTo: string | null; requires: string[] }>();
  for (const row of rows) {
    const course = byCode.get(row.code) ?? { code: row.code, leadsTo: row.leadsTo, requires: [] };
    if (row.requires !== null) course.requires.push(row.requires);
    byCode.set(row.code, course);
  }
  return [...byCode.values()];
}

export async function courseLeadsTo(query: QueryFunction, code: string, achievementId: string): Promise<boolean> {
  const rows = await query(
    sql`SELECT id AS "id" FROM course WHERE code = ${code} AND achievement_id = ${achievementId}`,
  );
  return rows.length > 0;
}

/** Codes of the courses in use that lead to the achievement, in order. */
export async function codesLeadingTo(query: QueryFunction, achievementId: string): Promise<string[]> {
  const rows = await query<{ code: string }>(
    sql`SELECT code AS "code" FROM course WHERE achievement_id = ${achievementId} AND retired_at IS NULL ORDER BY code`,
  );
  return rows.map(({ code }) => code);
}

/** How many of these ids exist. @param ids at least one */
export async function countAchievements(query: QueryFunction, ids: readonly string[]): Promise<number> {
  const [row] = await query<{ n: number }>(
    sql`SELECT COUNT(*) AS "n" FROM achievement WHERE id IN (${join([...ids])})`,
  );
  return Number(row?.n ?? 0);
}
