import sql from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';
import { storedNumber } from '../../log/index.js';

export interface VersionRow {
  readonly code: string;
  readonly number: number;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly criteriaZh: string;
  readonly criteriaEn: string;
  /** As the text that is stored. */
  readonly skills: string;
  readonly level: string | null;
  readonly picture: string | null;
}

/** Versions of achievements as the office's pages show them. */
export async function achievementVersions(query: QueryFunction): Promise<VersionRow[]> {
  const rows = await query<VersionRow>(sql`
    SELECT a.code AS "code", v.number AS "number", v.name_zh AS "nameZh", v.name_en AS "nameEn", v.criteria_zh AS "criteriaZh", v.criteria_en AS "criteriaEn",
      v.skills AS "skills", v.level AS "level", v.picture_sha256 AS "picture"
    FROM achievement_version v JOIN achievement a ON a.id = v.achievement_id`);
  return rows.map((row) => ({ ...row, number: storedNumber(row.number) }));
}

/** Codes of achievements that say other than their current version, from which the next certificates are made out. */
export async function achievementsOtherThanVersion(query: QueryFunction): Promise<string[]> {
  const rows = await query<{ code: string }>(sql`
    SELECT a.code AS "code" FROM achievement a JOIN achievement_version v ON v.achievement_id = a.id AND v.number = a.version
    WHERE a.name_zh <> v.name_zh OR a.name_en <> v.name_en OR a.criteria_zh <> v.criteria_zh OR a.criteria_en <> v.criteria_en
      OR COALESCE(a.valid_months, 0) <> COALESCE(v.valid_months, 0) ORDER BY a.code`);
  return rows.map(({ code }) => code);
}

export interface TemplateRow {
  readonly version: number;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly wording: string;
  readonly signatories: string;
  readonly seal: string;
}

/** Versions of templates, their wording, signatories and seal as the text that is stored. */
export async function templateVersionTexts(query: QueryFunction): Promise<TemplateRow[]> {
  const rows = await query<TemplateRow>(
    sql`SELECT version AS "version", name_zh AS "nameZh", name_en AS "nameEn", wording AS "wording", signatories AS "signatories", seal AS "seal" FROM certificate_template`,
  );
  return rows.map((row) => ({ ...row, version: storedNumber(row.version) }));
}

export interface TaughtCourse {
  readonly cohort: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly hours: number;
}

/** The syllabus of each cohort by which somebody was certified. */
export function coursesTaught(query: QueryFunction): Promise<TaughtCourse[]> {
  return query<TaughtCourse>(sql`
    SELECT c.code AS "cohort", v.title_zh AS "titleZh", v.title_en AS "titleEn", v.hours AS "hours"
    FROM cohort c JOIN course_version v ON v.id = c.course_version_id
    WHERE EXISTS (SELECT 1 FROM enrolment e JOIN certificate k ON k.enrolment_id = e.id WHERE e.cohort_id = c.id)`);
}

/** The series of numbers in which certificates were issued. */
export async function seriesIssued(query: QueryFunction): Promise<string[]> {
  const rows = await query<{ scope: string }>(sql`
    SELECT n.scope AS "scope" FROM number_sequence n
    WHERE EXISTS (SELECT 1 FROM drawn_number d WHERE d.scope = n.scope AND d.state = 'issued') ORDER BY n.scope`);
  return rows.map(({ scope }) => scope);
}
