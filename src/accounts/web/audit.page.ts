import { isDay, looksLikeId, type Translator } from '../../platform/index.js';
import type { AuditRow } from '../data/audit-trail.js';

export interface AuditEntryView {
  readonly id: string;
  readonly at: number;
  readonly by: string;
  readonly title: string;
  readonly subjectLabel: string;
  readonly subjectType: string;
  readonly subjectHref: string | null;
  readonly thingHref: string;
  readonly changes: readonly { readonly name: string; readonly value: string }[];
  readonly requestId: string | null;
}

/** An audit entry in words; an act or a field without a message is shown by its name. */
export function auditEntryView(row: AuditRow, translator: Translator): AuditEntryView {
  return {
    id: row.id,
    at: row.at,
    requestId: row.requestId,
    by:
      translator.has(`actor.${row.actorName}`) && row.actorId === null
        ? translator.t(`actor.${row.actorName}`)
        : row.actorName,
    title: actLabel(row.act, translator),
    subjectLabel: row.subjectLabel,
    subjectType: translatedOr(translator, `subject.${row.subjectType}`, row.subjectType),
    subjectHref: row.subjectType === 'account' ? `/office/accounts/${row.subjectId}` : null,
    thingHref: `/office/audit?thing=${encodeURIComponent(row.subjectId)}`,
    changes: Object.entries(row.detail)
      .filter(([, value]) => isShown(value))
      .map(([name, value]) => ({
        name: translatedOr(translator, `detail.${name}`, name),
        value: valueText(value, translator),
      })),
  };
}

export function actLabel(act: string, translator: Translator): string {
  return translatedOr(translator, `act.${act}`, act);
}

function valueText(value: unknown, translator: Translator): string {
  if (value === null || value === undefined || value === '') return '—';
  if (typeof value === 'boolean') return translator.t(value ? 'audit.yes' : 'audit.no');
  if (typeof value === 'number')
    return isInstant(value) ? translator.format.moment(value) : translator.format.number(value);
  if (Array.isArray(value))
    return value.length === 0
      ? '—'
      : value.map((one) => elementText(one, translator)).join(translator.language === 'en' ? ', ' : '、');
  if (typeof value === 'object') return changed(value as Record<string, unknown>, translator);
  const text = String(value);
  if (isDay(text)) return translator.format.day(text);
  return translatedOr(translator, `role.${text}`, translatedOr(translator, `value.${text}`, text));
}

/** A list may consist of names of fields. */
function elementText(value: unknown, translator: Translator): string {
  return typeof value === 'string' && translator.has(`detail.${value}`)
    ? translator.t(`detail.${value}`)
    : valueText(value, translator);
}

/** Epoch milliseconds from 2001 to 2199: no count is that large. */
function isInstant(value: number): boolean {
  return value > 1e12 && value < Date.UTC(2200, 0);
}

/** Empty values and row ids mean nothing to a reader. */
function isShown(value: unknown): boolean {
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0))
    return false;
  return !(typeof value === 'string' && looksLikeId(value));
}

function changed(value: Record<string, unknown>, translator: Translator): string {
  if ('from' in value && 'to' in value)
    return `${valueText(value['from'], translator)} → ${valueText(value['to'], translator)}`;
  return Object.entries(value)
    .filter(([, one]) => isShown(one))
    .map(([name, one]) => `${translatedOr(translator, `detail.${name}`, name)} ${valueText(one, translator)}`)
    .join(' · ');
}

const translatedOr = (translator: Translator, key: string, otherwise: string): string =>
  translator.has(key) ? translator.t(key) : otherwise;
