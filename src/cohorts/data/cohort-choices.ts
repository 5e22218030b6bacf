import sql from 'sql-template-tag';
import type { Reads } from '../../platform/index.js';

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

export function tracksForCohorts(reads: Reads): Promise<TrackChoice[]> {
  return reads.all(
    sql`SELECT code AS "code", name_zh AS "nameZh", name_en AS "nameEn" FROM track ORDER BY position, code`,
  );
}

/** Courses that a cohort can be planned of; `keep` stays in the list though it is retired. */
export function coursesForCohorts(reads: Reads, keep: string | null = null): Promise<CourseChoice[]> {
  return reads.all(sql`
    SELECT id AS "id", code AS "code", title_zh AS "titleZh", title_en AS "titleEn", days AS "days" FROM course
    WHERE current_version_id IS NOT NULL AND (retired_at IS NULL OR code = ${keep ?? ''}) ORDER BY code`);
}

export function sponsorsForCohorts(reads: Reads): Promise<SponsorChoice[]> {
  return reads.all(sql`SELECT id AS "id", name AS "name", name_en AS "nameEn" FROM employer`);
}
