import sql from 'sql-template-tag';
import type { QueryFunction } from '../../platform/index.js';

export interface CourseRow {
  readonly id: string;
  readonly code: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly summaryZh: string;
  readonly summaryEn: string;
  readonly trackCode: string;
  readonly trackZh: string;
  readonly trackEn: string;
  readonly level: string;
  readonly days: number;
  readonly hours: number;
  readonly outcomesZh: string;
  readonly outcomesEn: string;
  readonly syllabusZh: string;
  readonly syllabusEn: string;
  readonly achievementZh: string | null;
  readonly achievementEn: string | null;
  readonly validMonths: number | null;
  /** Fixed last day of all certificates for the achievement. */
  readonly validUntil: string | null;
}

/** The course as visitors read it, in its current version. */
export async function courseByCode(query: QueryFunction, code: string): Promise<CourseRow | null> {
  const [row] = await query<CourseRow>(sql`
    SELECT co.id AS "id", co.code AS "code", v.title_zh AS "titleZh", v.title_en AS "titleEn", co.summary_zh AS "summaryZh", co.summary_en AS "summaryEn",
      t.code AS "trackCode", t.name_zh AS "trackZh", t.name_en AS "trackEn", co.level AS "level", co.days AS "days", v.hours AS "hours",
      v.outcomes_zh AS "outcomesZh", v.outcomes_en AS "outcomesEn", v.syllabus_zh AS "syllabusZh", v.syllabus_en AS "syllabusEn",
      a.name_zh AS "achievementZh", a.name_en AS "achievementEn", a.valid_months AS "validMonths",
      av.valid_until AS "validUntil"
    FROM course co JOIN track t ON t.id = co.track_id JOIN course_version v ON v.id = co.current_version_id
    LEFT JOIN achievement a ON a.id = co.achievement_id
      LEFT JOIN achievement_version av ON av.achievement_id = a.id AND av.number = a.version
    WHERE co.code = ${code.toUpperCase()}`);
  return row ?? null;
}

export interface PrerequisiteRow {
  readonly nameZh: string;
  readonly nameEn: string;
  /** A course that leads to it, for the link. */
  readonly courseCode: string | null;
}

/** What must be held before the course begins. */
export function prerequisitesOf(query: QueryFunction, courseId: string): Promise<PrerequisiteRow[]> {
  return query(sql`
    SELECT a.name_zh AS "nameZh", a.name_en AS "nameEn",
      (SELECT MIN(c.code) FROM course c WHERE c.achievement_id = a.id AND c.retired_at IS NULL) AS "courseCode"
    FROM prerequisite p JOIN achievement a ON a.id = p.requires_achievement_id WHERE p.course_id = ${courseId} ORDER BY a.code`);
}
