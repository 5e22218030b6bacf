import sql from 'sql-template-tag';
import type { Ask } from '../../../platform/index.js';
import type { VoidReason } from '../../domain/forms.js';
import { templateVersions } from '../templates.js';
import { DEFAULT_TEMPLATE } from '../../domain/template.js';
import { isPattern, NumberPattern } from '../../domain/number-pattern.js';
import { canonical } from '../../domain/check-character.js';

/** A running number that no certificate has. */
export interface Gap {
  readonly sequence: number;
  /** As it would be printed; `null` where no pattern in use writes this series. */
  readonly number: string | null;
  readonly state: 'reserved' | 'void' | 'unexplained';
  readonly reason: VoidReason | null;
  readonly actorName: string | null;
  readonly at: number | null;
}

export interface SeriesReport {
  readonly scope: string;
  readonly drawn: number;
  readonly issued: number;
  readonly gaps: readonly Gap[];
}

interface Record {
  readonly scope: string;
  readonly sequence: number;
  readonly state: 'reserved' | 'issued' | 'void';
  readonly reason: VoidReason | null;
  readonly actorName: string;
  readonly at: number;
}

/** Of every series: each number from 1 to the last one drawn that no certificate has, and why. */
export async function numberReport(ask: Ask): Promise<SeriesReport[]> {
  const series = await ask<{ scope: string; next: number }>(sql`SELECT scope AS "scope", next AS "next" FROM number_sequence ORDER BY scope`);
  const records = await ask<Record>(sql`
    SELECT scope AS "scope", sequence AS "sequence", state AS "state", reason AS "reason", actor_name AS "actorName", COALESCE(settled_at, drawn_at) AS "at" FROM drawn_number`);
  const issued = new Set((await ask<{ key: string }>(sql`SELECT number_key AS "key" FROM certificate`)).map(({ key }) => key));
  const printers = await printersOf(ask);
  return series.map(({ scope, next }) => {
    const known = new Map(records.filter((one) => one.scope === scope).map((one) => [Number(one.sequence), one]));
    const print = printers(scope);
    const gaps: Gap[] = [];
    for (let sequence = 1; sequence < Number(next); sequence += 1) {
      const record = known.get(sequence);
      const number = print?.(sequence) ?? null;
      if (number === null ? record?.state === 'issued' : issued.has(canonical(number))) continue;
      const open = record && record.state !== 'issued' ? record.state : 'unexplained';
      gaps.push({ sequence, number, state: open, reason: record?.reason ?? null, actorName: record?.actorName ?? null, at: record ? Number(record.at) : null });
    }
    return { scope, drawn: Number(next) - 1, issued: Number(next) - 1 - gaps.length, gaps };
  });
}

/** Who writes the numbers of a series: one of the patterns ever in use, in one of the years. */
async function printersOf(ask: Ask): Promise<(scope: string) => ((sequence: number) => string) | null> {
  const templates = [...(await templateVersions(ask)), DEFAULT_TEMPLATE];
  const patterns = templates.map((one) => NumberPattern.read(one.numberPattern, one.numberPrefix)).filter(isPattern);
  const [span] = await ask<{ first: string | null; last: string | null }>(sql`SELECT MIN(issued_on) AS "first", MAX(issued_on) AS "last" FROM certificate`);
  const first = Number((span?.first ?? '2020').slice(0, 4)) - 1;
  const years = Array.from({ length: Number((span?.last ?? '2030').slice(0, 4)) + 2 - first }, (_, at) => first + at);
  return (scope) => {
    for (const pattern of patterns) {
      const year = years.find((one) => pattern.scope(one) === scope);
      if (year !== undefined) return (sequence) => pattern.print(year, sequence);
    }
    return null;
  };
}
