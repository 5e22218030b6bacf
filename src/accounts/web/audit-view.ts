import { isDay, looksLikeId, type Speaker } from '../../platform/index.js';
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

/** An audit entry in words; an act or a field without words of its own is shown by its name. */
export function auditEntryView(row: AuditRow, speaker: Speaker): AuditEntryView {
  return {
    id: row.id,
    at: row.at,
    requestId: row.requestId,
    by:
      speaker.knows(`actor.${row.actorName}`) && row.actorId === null
        ? speaker.say(`actor.${row.actorName}`)
        : row.actorName,
    title: actWords(row.act, speaker),
    subjectLabel: row.subjectLabel,
    subjectType: sayOr(speaker, `subject.${row.subjectType}`, row.subjectType),
    subjectHref: row.subjectType === 'account' ? `/office/accounts/${row.subjectId}` : null,
    thingHref: `/office/audit?thing=${encodeURIComponent(row.subjectId)}`,
    changes: Object.entries(row.detail)
      .filter(([, value]) => tells(value))
      .map(([name, value]) => ({ name: sayOr(speaker, `detail.${name}`, name), value: inWords(value, speaker) })),
  };
}

export function actWords(act: string, speaker: Speaker): string {
  return sayOr(speaker, `act.${act}`, act);
}

function inWords(value: unknown, speaker: Speaker): string {
  if (value === null || value === undefined || value === '') return '—';
  if (typeof value === 'boolean') return speaker.say(value ? 'audit.yes' : 'audit.no');
  if (typeof value === 'number') return isInstant(value) ? speaker.format.moment(value) : speaker.format.number(value);
  if (Array.isArray(value))
    return value.length === 0
      ? '—'
      : value.map((one) => inWords(one, speaker)).join(speaker.language === 'en' ? ', ' : '、');
  if (typeof value === 'object') return changed(value as Record<string, unknown>, speaker);
  const text = String(value);
  if (isDay(text)) return speaker.format.day(text);
  return sayOr(speaker, `role.${text}`, sayOr(speaker, `value.${text}`, text));
}

/** Epoch milliseconds from 2001 to 2199: no count of anything is as large. */
function isInstant(value: number): boolean {
  return value > 1e12 && value < Date.UTC(2200, 0);
}

/** Nothing, and the ids of rows, tell a reader nothing. */
function tells(value: unknown): boolean {
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0))
    return false;
  return !(typeof value === 'string' && looksLikeId(value));
}

function changed(value: Record<string, unknown>, speaker: Speaker): string {
  if ('from' in value && 'to' in value) return `${inWords(value['from'], speaker)} → ${inWords(value['to'], speaker)}`;
  return Object.entries(value)
    .filter(([, one]) => tells(one))
    .map(([name, one]) => `${sayOr(speaker, `detail.${name}`, name)} ${inWords(one, speaker)}`)
    .join(' · ');
}

const sayOr = (speaker: Speaker, key: string, otherwise: string): string =>
  speaker.knows(key) ? speaker.say(key) : otherwise;
