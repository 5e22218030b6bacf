import sql, { type Sql } from 'sql-template-tag';
import { type QueryFunction, newId, type Transaction } from '../../../platform/index.js';
import { FIRST_LAYOUT, isPattern, NumberPattern } from '../../core/index.js';
import { DEFAULT_TEMPLATE, type TemplateFacts } from '../domain/template.js';
import { CertificateTemplate } from './certificate-template.entity.js';
import { NamedTemplate, NamedTemplateVersion } from './named-template.entity.js';

export interface TemplateRow extends TemplateFacts {
  /** Counts through all templates: what certificates name. */
  readonly version: number;
  /** Counts within the named template. */
  readonly number: number;
  readonly namedId: string;
  readonly createdAt: number;
  readonly createdByName: string;
}

type Stored = Omit<TemplateRow, 'wording' | 'signatories' | 'seal' | 'layout' | 'printsResults'> & {
  readonly wording: string;
  readonly signatories: string;
  readonly seal: string;
  readonly layout: string | null;
  readonly printsResults: string | null;
};

/** Every version of every template, newest first; empty before the first certificate or change. */
export const templateVersions = (query: QueryFunction): Promise<TemplateRow[]> => versionsWhere(query, sql`1 = 1`);

/** The versions of one named template, newest first. */
export const versionsOfTemplate = (query: QueryFunction, namedId: string): Promise<TemplateRow[]> =>
  versionsWhere(query, sql`n.named_template_id = ${namedId}`);

async function versionsWhere(query: QueryFunction, where: Sql): Promise<TemplateRow[]> {
  const rows = await query<Stored>(sql`
    SELECT t.version AS "version", n.number AS "number", n.named_template_id AS "namedId", t.name_zh AS "nameZh", t.name_en AS "nameEn", t.wording AS "wording",
      t.signatories AS "signatories", t.seal AS "seal", t.number_pattern AS "numberPattern", t.number_prefix AS "numberPrefix",
      t.created_at AS "createdAt", t.created_by_name AS "createdByName", n.layout AS "layout", n.prints_results AS "printsResults"
    FROM certificate_template t LEFT JOIN named_template_version n ON n.template_version = t.version WHERE ${where} ORDER BY t.version DESC`);
  return rows.map((row) => ({
    ...row,
    createdAt: Number(row.createdAt),
    layout: row.layout === null ? FIRST_LAYOUT : (JSON.parse(row.layout) as TemplateRow['layout']),
    printsResults: row.printsResults === 'yes',
    wording: JSON.parse(row.wording) as TemplateRow['wording'],
    signatories: JSON.parse(row.signatories) as TemplateRow['signatories'],
    seal: JSON.parse(row.seal) as TemplateRow['seal'],
  }));
}

/**
 * What the next certificate will look like: by the template that its achievement has chosen, else by the usual one; the
 * house's own wording until the academy writes its own. A chosen template that was retired since is not used.
 */
export async function currentTemplate(
  query: QueryFunction,
  achievementId: string | null = null,
): Promise<TemplateFacts & { readonly version: number }> {
  const chosen = sql`SELECT c.named_template_id FROM achievement_template c JOIN named_template m ON m.id = c.named_template_id WHERE c.achievement_id = ${achievementId} AND m.retired_at IS NULL`;
  const [own] = achievementId === null ? [] : await versionsWhere(query, sql`n.named_template_id IN (${chosen})`);
  if (own) return own;
  const [usual] = await versionsWhere(
    query,
    sql`n.named_template_id IN (SELECT id FROM named_template WHERE is_usual = 'yes')`,
  );
  return usual ?? { ...DEFAULT_TEMPLATE, version: 1 };
}

/** Every pattern that certificates have been numbered by, for reading typed numbers. */
export async function patternsUsed(query: QueryFunction): Promise<NumberPattern[]> {
  const versions = await templateVersions(query);
  const known = versions.length > 0 ? versions : [DEFAULT_TEMPLATE];
  const distinct = new Map(
    known.map((one) => [
      `${one.numberPattern} ${one.numberPrefix}`,
      NumberPattern.read(one.numberPattern, one.numberPrefix),
    ]),
  );
  return [...distinct.values()].filter(isPattern);
}

/**
 * The house's own wording becomes the academy's first template, where there is none when
 * the first certificate is issued.
 */
export async function beginTemplates(tx: Transaction): Promise<void> {
  const { query } = tx;
  if ((await templateVersions(query)).length > 0) return;
  await lockTemplates(tx);
  if ((await templateVersions(query)).length === 0) await storeTemplate(tx, DEFAULT_TEMPLATE, await usualTemplate(tx));
}

/** The id of the usual template, begun where there is none. */
export async function usualTemplate(tx: Transaction): Promise<string> {
  await lockTemplates(tx);
  const known = await tx.of(NamedTemplate).findOneBy({ isUsual: 'yes' });
  return known?.id ?? beginTemplate(tx, { name: DEFAULT_TEMPLATE.nameZh, isUsual: 'yes' });
}

export async function beginTemplate(
  tx: Transaction,
  { name, isUsual }: Pick<NamedTemplate, 'name' | 'isUsual'>,
): Promise<string> {
  const id = newId();
  await tx.of(NamedTemplate).insert({ id, name, isUsual, createdAt: tx.now, retiredAt: null });
  return id;
}

export interface StoredVersion {
  readonly version: number;
  readonly number: number;
}

/** Stores the next version of a named template, for certificates from now on. */
export async function storeTemplate(tx: Transaction, template: TemplateFacts, namedId: string): Promise<StoredVersion> {
  await lockTemplates(tx);
  const [newest] = await tx.query<{ version: number | null; number: number | null }>(sql`
    SELECT MAX(t.version) AS "version", MAX(CASE WHEN n.named_template_id = ${namedId} THEN n.number ELSE 0 END) AS "number"
    FROM certificate_template t LEFT JOIN named_template_version n ON n.template_version = t.version`);
  const [version, number] = [Number(newest?.version ?? 0) + 1, Number(newest?.number ?? 0) + 1];
  await tx.of(CertificateTemplate).insert({
    id: newId(),
    version,
    nameZh: template.nameZh,
    nameEn: template.nameEn,
    wording: template.wording,
    signatories: [...template.signatories],
    seal: template.seal,
    numberPattern: template.numberPattern,
    numberPrefix: template.numberPrefix,
    createdAt: tx.now,
    createdByName: tx.actor.name,
    active: 'no',
  });
  await tx.of(NamedTemplateVersion).insert({
    templateVersion: version,
    namedTemplateId: namedId,
    number,
    layout: template.layout,
    printsResults: template.printsResults ? 'yes' : 'no',
  });
  await markActive(tx);
  return { version, number };
}

/** `active` marks the newest version of the usual template. */
export async function markActive(tx: Transaction): Promise<void> {
  const [newest] = await versionsWhere(
    tx.query,
    sql`n.named_template_id IN (SELECT id FROM named_template WHERE is_usual = 'yes')`,
  );
  await tx.of(CertificateTemplate).update({ active: 'yes' }, { active: 'no' });
  if (newest) await tx.of(CertificateTemplate).update({ version: newest.version }, { active: 'yes' });
}

/** One after the other: two versions must not get one number. SQLite has one writer, whose turn it is already. */
export async function lockTemplates(tx: Transaction): Promise<void> {
  if (tx.isPostgres) await tx.query(sql`LOCK TABLE certificate_template IN SHARE ROW EXCLUSIVE MODE`);
}
