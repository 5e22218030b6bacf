import sql from 'sql-template-tag';
import type { ReadDatabase } from '../../platform/index.js';

export interface TrackChoice {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

export interface CourseChoice {
  readonly id: string;
  readonly code: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly days: number;
}

export interface SponsorChoice {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string | null;
}

export function tracksForCohorts(reads: ReadDatabase): Promise<TrackChoice[]> {
  return reads.query(
    sql`SELECT code AS "code", name_zh AS "nameZh", name_en AS "nameEn" FROM track ORDER BY position, code`,
  );
}

/** Courses that can take a cohort. @param keep a course that stays in the list even if retired */
export function coursesForCohorts(reads: ReadDatabase, keep: string | null = null): Promise<CourseChoice[]> {
  return reads.query(sql`
    SELECT id AS "id", code AS "code", title_zh AS "titleZh", title_en AS "titleEn", days AS "days" FROM course
    WHERE current_version_id IS NOT NULL AND (retired_at IS NULL OR code = ${keep ?? ''}) ORDER BY code`);
}

export function sponsorsForCohorts(reads: ReadDatabase): Promise<SponsorChoice[]> {
  return reads.query(sql`SELECT id AS "id", name AS "name", name_en AS "nameEn" FROM employer`);
}
