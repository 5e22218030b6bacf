import sql from 'sql-template-tag';
import type { ReadDatabase } from '../../platform/index.js';
import type { CourseCohorts } from '../domain/course-cohorts.js';
import type { Level } from '../domain/levels.js';

export interface CourseRow {
  readonly id: string;
  readonly code: string;
  readonly trackId: string;
  readonly trackZh: string;
  readonly trackEn: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly summaryZh: string;
  readonly summaryEn: string;
  readonly level: Level;
  readonly hours: number;
  readonly days: number;
  readonly retiredAt: number | null;
  readonly currentVersionId: string;
  readonly achievementId: string | null;
  readonly achievementCode: string | null;
  readonly achievementZh: string | null;
  readonly achievementEn: string | null;
  readonly validMonths: number | null;
  /** `YYYY-MM-DD`, if all certificates of the achievement end on one day. */
  readonly validUntil: string | null;
}

export interface VersionRow {
  readonly id: string;
  readonly number: number;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly hours: number;
  readonly outcomesZh: string;
  readonly outcomesEn: string;
  readonly syllabusZh: string;
  readonly syllabusEn: string;
  readonly frozenAt: number | null;
  readonly createdAt: number;
  readonly cohorts: number;
}

/** Case-insensitive. `null` for an unknown code. */
export function courseByCode(reads: ReadDatabase, code: string): Promise<CourseRow | null> {
  return reads.first<CourseRow>(sql`
    SELECT co.id AS "id", co.code AS "code", co.track_id AS "trackId", t.name_zh AS "trackZh", t.name_en AS "trackEn",
      co.title_zh AS "titleZh", co.title_en AS "titleEn", co.summary_zh AS "summaryZh", co.summary_en AS "summaryEn", co.level AS "level",
      co.hours AS "hours", co.days AS "days", co.retired_at AS "retiredAt", co.current_version_id AS "currentVersionId",
      co.achievement_id AS "achievementId", a.code AS "achievementCode", a.name_zh AS "achievementZh", a.name_en AS "achievementEn", a.valid_months AS "validMonths",
      av.valid_until AS "validUntil"
    FROM course co JOIN track t ON t.id = co.track_id LEFT JOIN achievement a ON a.id = co.achievement_id
      LEFT JOIN achievement_version av ON av.achievement_id = a.id AND av.number = a.version
    WHERE co.code = ${code.toUpperCase()}`);
}

/** Newest first. */
export async function versionsOf(reads: ReadDatabase, cohorts: CourseCohorts, courseId: string): Promise<VersionRow[]> {
  const rows = await reads.query<VersionRow>(sql`
    SELECT v.id AS "id", v.number AS "number", v.title_zh AS "titleZh", v.title_en AS "titleEn", v.hours AS "hours", v.outcomes_zh AS "outcomesZh",
      v.outcomes_en AS "outcomesEn", v.syllabus_zh AS "syllabusZh", v.syllabus_en AS "syllabusEn", v.frozen_at AS "frozenAt", v.created_at AS "createdAt",
      ${cohorts.ofVersion(sql`v.id`)} AS "cohorts"
    FROM course_version v WHERE v.course_id = ${courseId} ORDER BY v.number DESC`);
  return rows.map((row) => ({ ...row, cohorts: Number(row.cohorts), createdAt: Number(row.createdAt) }));
}
