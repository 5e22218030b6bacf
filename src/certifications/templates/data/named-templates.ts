import sql, { empty, type Sql } from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';

/** A named template as lists show it. */
export interface NamedTemplateRow {
  readonly id: string;
  readonly name: string;
  readonly isUsual: boolean;
  readonly retiredAt: number | null;
  /** Of its newest version, within the template. */
  readonly number: number;
  /** Achievements that chose it. */
  readonly achievements: number;
  /** Certificates made by any of its versions. */
  readonly certificates: number;
}

export interface AchievementOfTemplates {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

type StoredTemplate = Omit<NamedTemplateRow, 'isUsual'> & { readonly isUsual: string };

/** The usual one first, then by name; retired ones last. */
export function namedTemplates(
  query: QueryFunction,
  { q = '', retired = false }: { q?: string; retired?: boolean } = {},
): Promise<NamedTemplateRow[]> {
  const like = `%${q.toLowerCase().replace(/[!%_]/g, '!$&')}%`;
  return rows(
    query,
    sql`${retired ? sql`m.retired_at IS NOT NULL` : sql`m.retired_at IS NULL`} ${q === '' ? empty : sql`AND lower(m.name) LIKE ${like} ESCAPE '!'`}`,
  );
}

export async function namedTemplateById(query: QueryFunction, id: string): Promise<NamedTemplateRow | null> {
  return (await rows(query, sql`m.id = ${id}`))[0] ?? null;
}

async function rows(query: QueryFunction, where: Sql): Promise<NamedTemplateRow[]> {
  const found = await query<StoredTemplate>(sql`
    SELECT m.id AS "id", m.name AS "name", m.is_usual AS "isUsual", m.retired_at AS "retiredAt",
      (SELECT COALESCE(MAX(n.number), 0) FROM named_template_version n WHERE n.named_template_id = m.id) AS "number",
      (SELECT COUNT(*) FROM achievement_template a WHERE a.named_template_id = m.id) AS "achievements",
      (SELECT COUNT(*) FROM certificate k JOIN named_template_version n ON n.template_version = k.template_version WHERE n.named_template_id = m.id) AS "certificates"
    FROM named_template m WHERE ${where} ORDER BY CASE WHEN m.retired_at IS NULL THEN 0 ELSE 1 END, m.is_usual DESC, m.name`);
  return found.map((row) => ({
    ...row,
    isUsual: row.isUsual === 'yes',
    retiredAt: row.retiredAt === null ? null : Number(row.retiredAt),
    number: Number(row.number),
    achievements: Number(row.achievements),
    certificates: Number(row.certificates),
  }));
}

/** The achievements that chose a template. */
export function choosersOf(query: QueryFunction, namedId: string): Promise<AchievementOfTemplates[]> {
  return query(sql`
    SELECT a.code AS "code", a.name_zh AS "nameZh", a.name_en AS "nameEn" FROM achievement_template c JOIN achievement a ON a.id = c.achievement_id
    WHERE c.named_template_id = ${namedId} ORDER BY a.code`);
}

/** The achievement of a code with the template that it chose (`null`: the usual one). */
export async function choiceOf(
  query: QueryFunction,
  code: string,
): Promise<(AchievementOfTemplates & { readonly id: string; readonly namedId: string | null }) | null> {
  const [row] = await query<AchievementOfTemplates & { id: string; namedId: string | null }>(sql`
    SELECT a.id AS "id", a.code AS "code", a.name_zh AS "nameZh", a.name_en AS "nameEn", c.named_template_id AS "namedId"
    FROM achievement a LEFT JOIN achievement_template c ON c.achievement_id = a.id WHERE a.code = ${code.toUpperCase()}`);
  return row ?? null;
}
