import sql, { join } from 'sql-template-tag';
import type { QueryFunction } from '../../platform/index.js';
import type { CourseInWeb } from '../domain/prerequisite-circles.js';

/** Every course but the one with this code, with what it leads to and asks for. */
export async function otherCourses(query: QueryFunction, code: string): Promise<CourseInWeb[]> {
  const rows = await query<{ code: string; leadsTo: string | null; asksFor: string | null }>(sql`
    SELECT co.code AS "code", co.achievement_id AS "leadsTo", p.requires_achievement_id AS "asksFor"
    FROM course co LEFT JOIN prerequisite p ON p.course_id = co.id WHERE co.code <> ${code}`);
  const byCode = new Map<string, { code: string; leadsTo: string | null; asksFor: string[] }>();
  for (const row of rows) {
    const course = byCode.get(row.code) ?? { code: row.code, leadsTo: row.leadsTo, asksFor: [] };
    if (row.asksFor !== null) course.asksFor.push(row.asksFor);
    byCode.set(row.code, course);
  }
  return [...byCode.values()];
}

/** Whether the course with this code leads to the achievement. */
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

/** How many of these achievements there are. @param ids at least one */
export async function knownAchievements(query: QueryFunction, ids: readonly string[]): Promise<number> {
  const [known] = await query<{ n: number }>(
    sql`SELECT COUNT(*) AS "n" FROM achievement WHERE id IN (${join([...ids])})`,
  );
  return Number(known?.n ?? 0);
}
