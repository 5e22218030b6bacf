import sql from 'sql-template-tag';
import { type Ask, newId, type Transaction } from '../../platform/index.js';
import { isPattern, NumberPattern } from '../domain/number-pattern.js';
import { DEFAULT_TEMPLATE, type TemplateFacts } from '../domain/template.js';
import { CertificateTemplate } from './certificate-template.entity.js';

export interface TemplateRow extends TemplateFacts {
  readonly version: number;
  readonly createdAt: number;
  readonly createdByName: string;
}

type Stored = Omit<TemplateRow, 'wording' | 'signatories' | 'seal'> & { readonly wording: string; readonly signatories: string; readonly seal: string };

/** Every version, the newest first; empty before the first certificate or change. */
export async function templateVersions(ask: Ask): Promise<TemplateRow[]> {
  const rows = await ask<Stored>(sql`
    SELECT version AS "version", name_zh AS "nameZh", name_en AS "nameEn", wording AS "wording", signatories AS "signatories", seal AS "seal",
      number_pattern AS "numberPattern", number_prefix AS "numberPrefix", created_at AS "createdAt", created_by_name AS "createdByName"
    FROM certificate_template ORDER BY version DESC`);
  return rows.map((row) => ({
    ...row, createdAt: Number(row.createdAt),
    wording: JSON.parse(row.wording) as TemplateRow['wording'], signatories: JSON.parse(row.signatories) as TemplateRow['signatories'], seal: JSON.parse(row.seal) as TemplateRow['seal'],
  }));
}

/** What the next certificate will look like; the house's own wording until the academy writes its own. */
export async function currentTemplate(ask: Ask): Promise<TemplateFacts & { readonly version: number }> {
  const [newest] = await templateVersions(ask);
  return newest ?? { ...DEFAULT_TEMPLATE, version: 1 };
}

/** Every pattern that certificates have been numbered by, for reading typed numbers. */
export async function patternsUsed(ask: Ask): Promise<NumberPattern[]> {
  const versions = await templateVersions(ask);
  const known = versions.length > 0 ? versions : [DEFAULT_TEMPLATE];
  const distinct = new Map(known.map((one) => [`${one.numberPattern} ${one.numberPrefix}`, NumberPattern.read(one.numberPattern, one.numberPrefix)]));
  return [...distinct.values()].filter(isPattern);
}

/** The house's own wording becomes the academy's first version, where there is none when the first certificate is issued. */
export async function beginTemplates(tx: Transaction): Promise<void> {
  const ask: Ask = (query) => tx.rows(query);
  if ((await templateVersions(ask)).length > 0) return;
  await lockTemplates(tx);
  if ((await templateVersions(ask)).length === 0) await storeTemplate(tx, DEFAULT_TEMPLATE);
}

/** Stores the next version and makes it the one in use. */
export async function storeTemplate(tx: Transaction, template: TemplateFacts): Promise<number> {
  await lockTemplates(tx);
  const [newest] = await templateVersions((query) => tx.rows(query));
  const version = (newest?.version ?? 0) + 1;
  await tx.of(CertificateTemplate).update({ active: 'yes' }, { active: 'no' });
  await tx.of(CertificateTemplate).insert({
    id: newId(), version, nameZh: template.nameZh, nameEn: template.nameEn, wording: template.wording, signatories: [...template.signatories], seal: template.seal,
    numberPattern: template.numberPattern, numberPrefix: template.numberPrefix, createdAt: tx.now, createdByName: tx.actor.name, active: 'yes',
  });
  return version;
}

/** One after the other: two versions must not get one number. SQLite has one writer, whose turn it is already. */
async function lockTemplates(tx: Transaction): Promise<void> {
  if (tx.isPostgres) await tx.rows(sql`LOCK TABLE certificate_template IN SHARE ROW EXCLUSIVE MODE`);
}
