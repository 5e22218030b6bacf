import { found, type QueryFunction } from '../../../platform/index.js';
import { namedTemplateById, type NamedTemplateRow } from '../data/named-templates.js';
import { type TemplateRow, versionsOfTemplate } from '../data/templates.js';
import { DEFAULT_TEMPLATE, type TemplateFacts } from '../domain/template.js';

export interface KnownTemplate {
  readonly named: NamedTemplateRow;
  readonly newest: TemplateFacts;
  readonly versions: readonly TemplateRow[];
}

/** @throws NotFound */
export async function knownTemplate(query: QueryFunction, id: string): Promise<KnownTemplate> {
  const named = found(await namedTemplateById(query, id));
  const versions = await versionsOfTemplate(query, id);
  return { named, newest: versions[0] ?? DEFAULT_TEMPLATE, versions };
}
