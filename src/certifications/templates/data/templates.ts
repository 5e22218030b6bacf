import sql, { type Sql } from 'sql-template-tag';
import {
  type QueryFunction,
  newId,
  storedList,
  storedObject,
  type Transaction,
  UnreadableRecord,
} from '../../../platform/index.js';
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

type StoredTemplate = Omit<TemplateRow, 'wording' | 'signatories' | 'seal' | 'layout' | 'printsResults'> & {
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
  const rows = await query<StoredTemplate>(sql`
    SELECT t.version AS "version", n.number AS "number", n.named_template_id AS "namedId", t.name_zh AS "nameZh", t.name_en AS "nameEn", t.wording AS "wording",
      t.signatories AS "signatories", t.seal AS "seal", t.number_pattern AS "numberPattern", t.number_prefix AS "numberPrefix",
      t.created_at AS "createdAt", t.created_by_name AS "createdByName", n.layout AS "layout", n.prints_results AS "printsResults"
    FROM certificate_template t LEFT JOIN named_template_version n ON n.template_version = t.version WHERE ${where} ORDER BY t.version DESC`);
  return rows.map((row) => ({
    ...row,
    createdAt: Number(row.createdAt),
    layout: row.layout === null ? FIRST_LAYOUT : storedObject<TemplateRow['layout']>(row.layout),
    printsResults: row.printsResults === 'yes',
    wording: wordingIn(row.wording),
    signatories: storedList<TemplateRow['signatories'][number]>(row.signatories),
    seal: storedObject<TemplateRow['seal']>(row.seal),
  }));
}

const WORDINGS = ['leadZh', 'leadEn', 'bodyZh', 'bodyEn'] as const;

function wordingIn(text: string): TemplateRow['wording'] {
  const wording = storedObject<TemplateRow['wording']>(text);
  if (WORDINGS.some((name) => typeof wording[name] !== 'string'))
    throw new UnreadableRecord('the wording of a certificate template lacks a text');
  return wording;
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

interface PatternRow {
  readonly version: number;
  readonly numberPattern: unknown;
  readonly numberPrefix: unknown;
}

/**
 * Every pattern that certificates have been numbered by, for reading typed numbers; the newest first. Reads nothing
 * else of the templates, and leaves out what is no pattern: an altered row must not keep other numbers from being read.
 */
export async function patternsUsed(query: QueryFunction): Promise<NumberPattern[]> {
  const rows = await patternRows(query);
  const known = rows.length > 0 ? rows : [{ ...DEFAULT_TEMPLATE, version: 1 }];
  const distinct = new Map(
    known.map((one) => [`${String(one.numberPattern)} ${String(one.numberPrefix)}`, patternIn(one)]),
  );
  return [...distinct.values()].filter((pattern) => pattern !== null);
}

/** Versions of templates whose pattern cannot number certificates: no form of this program stores one. */
export async function unreadablePatterns(query: QueryFunction): Promise<number[]> {
  return (await patternRows(query)).filter((row) => patternIn(row) === null).map(({ version }) => version);
}

/** The pattern that numbers the next certificates; `null`: its template has none. */
export async function currentPattern(
  query: QueryFunction,
  achievementId: string | null,
): Promise<NumberPattern | null> {
  return patternIn(await currentTemplate(query, achievementId));
}

function patternRows(query: QueryFunction): Promise<PatternRow[]> {
  return query<PatternRow>(sql`
    SELECT version AS "version", number_pattern AS "numberPattern", number_prefix AS "numberPrefix" FROM certificate_template ORDER BY version DESC`);
}

function patternIn({ numberPattern, numberPrefix }: PatternRow): NumberPattern | null {
  if (typeof numberPattern !== 'string' || typeof numberPrefix !== 'string') return null;
  const pattern = NumberPattern.read(numberPattern, numberPrefix);
  return isPattern(pattern) ? pattern : null;
}

/**
 * The house's own wording becomes the academy's first template, where there is none when
 * the first certificate is issued.
 */
export async function beginTemplates(tx: Transaction): Promise<void> {
  const { query } = tx;
  if (await hasTemplates(query)) return;
  await lockTemplates(tx);
  if (!(await hasTemplates(query))) await storeTemplate(tx, DEFAULT_TEMPLATE, await usualTemplate(tx));
}

const hasTemplates = async (query: QueryFunction): Promise<boolean> =>
  (await query(sql`SELECT 1 AS "one" FROM certificate_template LIMIT 1`)).length > 0;

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
