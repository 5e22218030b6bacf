import sql, { empty, type Sql } from 'sql-template-tag';
import { type ReadDatabase, storedList } from '../../platform/index.js';
import type { AchievementCertificates } from '../domain/achievement-certificates.js';
import type { AchievementDesign, AchievementLevel, Skill } from '../domain/achievement-design.js';

export interface AchievementFilter {
  readonly q: string;
  readonly level: string;
  readonly validity: string;
  readonly retired: boolean;
  readonly page: number;
  readonly size: number;
}

/** An achievement with the contents of its current version. */
export interface AchievementRow extends AchievementDesign {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly retiredAt: number | null;
  /** Courses in use that lead to it. */
  readonly courses: number;
  readonly certificates: number;
}

export interface AchievementVersionRow extends AchievementDesign {
  readonly number: number;
  readonly createdAt: number;
  readonly createdByName: string;
}

interface StoredRow extends Omit<AchievementRow, 'skills'> {
  readonly skills: string | null;
}

export async function achievementList(
  reads: ReadDatabase,
  certificates: AchievementCertificates,
  filter: AchievementFilter,
): Promise<{ rows: AchievementRow[]; count: number }> {
  const where = matching(filter);
  const count = await reads.count(sql`SELECT COUNT(*) AS "n" ${FROM} WHERE ${where}`);
  return {
    count,
    rows: await achievementRows(
      reads,
      certificates,
      sql`${where} ORDER BY a.code LIMIT ${filter.size} OFFSET ${(filter.page - 1) * filter.size}`,
    ),
  };
}

export async function achievementByCode(
  reads: ReadDatabase,
  certificates: AchievementCertificates,
  code: string,
): Promise<AchievementRow | null> {
  return (await achievementRows(reads, certificates, sql`a.code = ${code.toUpperCase()}`))[0] ?? null;
}

/** Newest first. */
export async function achievementVersions(reads: ReadDatabase, id: string): Promise<AchievementVersionRow[]> {
  const rows = await reads.query<Omit<AchievementVersionRow, 'skills'> & { skills: string }>(sql`
    SELECT number AS "number", name_zh AS "nameZh", name_en AS "nameEn", criteria_zh AS "criteriaZh", criteria_en AS "criteriaEn", skills AS "skills", level AS "level",
      picture_sha256 AS "picture", valid_months AS "validMonths", valid_until AS "validUntil", created_at AS "createdAt", created_by_name AS "createdByName"
    FROM achievement_version WHERE achievement_id = ${id} ORDER BY number DESC`);
  return rows.map((row) => ({ ...row, createdAt: Number(row.createdAt), skills: storedList<Skill>(row.skills) }));
}

export interface RelatedCourse {
  readonly code: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly isRetired: number;
}

/** Courses that lead to it and courses that require it, those in use first. */
export async function relatedCourses(
  reads: ReadDatabase,
  id: string,
): Promise<{ leading: RelatedCourse[]; requiring: RelatedCourse[] }> {
  const course = sql`co.code AS "code", co.title_zh AS "titleZh", co.title_en AS "titleEn", CASE WHEN co.retired_at IS NULL THEN 0 ELSE 1 END AS "isRetired"`;
  const leading = await reads.query<RelatedCourse>(
    sql`SELECT ${course} FROM course co WHERE co.achievement_id = ${id} ORDER BY 4, co.code`,
  );
  const requiring = await reads.query<RelatedCourse>(
    sql`SELECT ${course} FROM course co JOIN prerequisite p ON p.course_id = co.id WHERE p.requires_achievement_id = ${id} ORDER BY 4, co.code`,
  );
  return { leading, requiring };
}

const FROM = sql`FROM achievement a LEFT JOIN achievement_version v ON v.achievement_id = a.id AND v.number = a.version`;

async function achievementRows(
  reads: ReadDatabase,
  certificates: AchievementCertificates,
  where: Sql,
): Promise<AchievementRow[]> {
  const rows = await reads.query<StoredRow & { level: AchievementLevel | null }>(sql`
    SELECT a.id AS "id", a.code AS "code", a.version AS "version", a.retired_at AS "retiredAt", a.name_zh AS "nameZh", a.name_en AS "nameEn", a.criteria_zh AS "criteriaZh",
      a.criteria_en AS "criteriaEn", a.valid_months AS "validMonths", v.skills AS "skills", v.level AS "level", v.picture_sha256 AS "picture", v.valid_until AS "validUntil",
      (SELECT COUNT(*) FROM course co WHERE co.achievement_id = a.id AND co.retired_at IS NULL) AS "courses",
      ${certificates.ofAchievement(sql`a.id`)} AS "certificates"
    ${FROM} WHERE ${where}`);
  return rows.map((row) => ({
    ...row,
    courses: Number(row.courses),
    certificates: Number(row.certificates),
    retiredAt: row.retiredAt === null ? null : Number(row.retiredAt),
    skills: row.skills === null ? [] : storedList<Skill>(row.skills),
  }));
}

function matching({ q, level, validity, retired }: AchievementFilter): Sql {
  const like = `%${q.toLowerCase().replace(/[!%_]/g, '!$&')}%`;
  const lasting =
    validity === 'months'
      ? sql`AND a.valid_months IS NOT NULL`
      : validity === 'until'
        ? sql`AND v.valid_until IS NOT NULL`
        : validity === 'none'
          ? sql`AND a.valid_months IS NULL AND v.valid_until IS NULL`
          : empty;
  return sql`${retired ? sql`a.retired_at IS NOT NULL` : sql`a.retired_at IS NULL`} ${level === '' ? empty : sql`AND v.level = ${level}`} ${lasting}
    ${q === '' ? empty : sql`AND (lower(a.code) LIKE ${like} ESCAPE '!' OR lower(a.name_zh) LIKE ${like} ESCAPE '!' OR lower(a.name_en) LIKE ${like} ESCAPE '!' OR lower(COALESCE(v.skills, '')) LIKE ${like} ESCAPE '!')`}`;
}
