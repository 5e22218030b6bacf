import sql, { type Sql } from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';
import { isPattern, NumberPattern, type VoidReason } from '../../core/index.js';
import { DEFAULT_TEMPLATE, patternsUsed } from '../../templates/index.js';
import { type SeriesPrinter, seriesPrinters } from './series-printers.js';
import { countRecorded, type Span, unrecordedIn } from './unrecorded-numbers.js';

/** A running number that no certificate has. */
export interface Gap {
  readonly sequence: number;
  /** As it was or would be printed; `null` if no pattern ever used prints this series. */
  readonly number: string | null;
  readonly state: 'reserved' | 'void' | 'unexplained';
  readonly reason: VoidReason | null;
  readonly actorName: string | null;
  readonly at: number | null;
}

export interface SeriesReport {
  /** As its numbers are printed, `#` for the running digits and `?` for the check character. */
  readonly shape: string;
  readonly drawn: number;
  readonly issued: number;
  readonly reserved: number;
  readonly voided: number;
  readonly unexplained: number;
  /** The first gaps. */
  readonly gaps: readonly Gap[];
}

type Counts = Readonly<Record<'reserved' | 'void', number>>;

interface Series {
  readonly span: Span;
  readonly open: Counts;
  readonly recorded: number;
  readonly printer: SeriesPrinter | null;
}

/**
 * For every series: how many numbers were drawn, and the first without a certificate, with the reason. Counts in the
 * index and never reads numbers one by one.
 */
export async function numberReport(query: QueryFunction, most: number): Promise<SeriesReport[]> {
  const drawn = await query<{ scope: string; next: unknown; last: unknown }>(sql`
    SELECT n.scope AS "scope", n.next AS "next", (SELECT MAX(d.sequence) FROM drawn_number d WHERE d.scope = n.scope) AS "last"
    FROM number_sequence n ORDER BY n.scope`);
  const [printers, open] = [await seriesPrinters(query, await printedPatterns(query)), await openCounts(query)];
  const series: Series[] = [];
  for (const { scope, next, last } of drawn) {
    const span = { scope, from: 1, to: lastOf(scope, { next, last }) };
    series.push({
      span,
      open: open.get(scope) ?? { reserved: 0, void: 0 },
      recorded: await countRecorded(query, span),
      printer: printers.get(scope) ?? null,
    });
  }
  const lost = await certificatesAreMissing(query, series);
  const reports: SeriesReport[] = [];
  for (const one of series)
    reports.push(await reportOf(query, one, { lost: lost ? await countWhere(query, lostIn(one.span)) : 0, most }));
  return reports;
}

/** By the last number that was drawn where `next` is none that the series can have: somebody has written it. */
function lastOf(scope: string, { next, last }: { readonly next: unknown; readonly last: unknown }): number {
  const most = 10 ** Math.min(9, scope.split('#').length - 1) - 1;
  const fits = (value: number): boolean => Number.isSafeInteger(value) && value >= 0 && value <= most;
  return [Number(next) - 1, Number(last ?? 0)].find(fits) ?? 0;
}

async function reportOf(
  query: QueryFunction,
  { span, open, recorded, printer }: Series,
  { lost, most }: { readonly lost: number; readonly most: number },
): Promise<SeriesReport> {
  const unrecorded = span.to - recorded;
  const missing = unrecorded === 0 ? [] : await unrecordedIn(query, span, most);
  const gaps = [
    ...(await firstWhere(query, openIn(span), most)),
    ...(lost === 0 ? [] : await firstWhere(query, lostIn(span), most)),
    ...missing.map((sequence): Gap => ({
      sequence,
      number: printer?.print(sequence) ?? null,
      state: 'unexplained',
      reason: null,
      actorName: null,
      at: null,
    })),
  ];
  return {
    shape: printer?.shape ?? span.scope,
    drawn: span.to,
    issued: recorded - open.reserved - open.void - lost,
    reserved: open.reserved,
    voided: open.void,
    unexplained: unrecorded + lost,
    gaps: gaps.sort((one, other) => one.sequence - other.sequence).slice(0, most),
  };
}

async function openCounts(query: QueryFunction): Promise<Map<string, Counts>> {
  const rows = await query<{ scope: string; reserved: number; void: number }>(sql`
    SELECT scope AS "scope", SUM(CASE WHEN state = 'reserved' THEN 1 ELSE 0 END) AS "reserved", SUM(CASE WHEN state = 'void' THEN 1 ELSE 0 END) AS "void"
    FROM drawn_number WHERE state <> 'issued' GROUP BY scope`);
  return new Map(rows.map((one) => [one.scope, { reserved: Number(one.reserved), void: Number(one.void) }]));
}

/** The default pattern too: numbers may be drawn with it before there is a template. */
async function printedPatterns(query: QueryFunction): Promise<NumberPattern[]> {
  const usual = NumberPattern.read(DEFAULT_TEMPLATE.numberPattern, DEFAULT_TEMPLATE.numberPrefix);
  return [...(await patternsUsed(query)), ...[usual].filter(isPattern)];
}

/** Whether there are fewer certificates than issued numbers: the database's protections were bypassed. */
async function certificatesAreMissing(query: QueryFunction, series: readonly Series[]): Promise<boolean> {
  const [row] = await query<{ count: number }>(sql`SELECT COUNT(*) AS "count" FROM certificate`);
  return (
    Number(row?.count ?? 0) < series.reduce((sum, { recorded, open }) => sum + recorded - open.reserved - open.void, 0)
  );
}

const openIn = ({ scope }: Span): Sql => sql`d.scope = ${scope} AND d.state <> 'issued'`;

const lostIn = ({ scope }: Span): Sql =>
  sql`d.scope = ${scope} AND d.state = 'issued' AND NOT EXISTS (SELECT 1 FROM certificate k WHERE k.number_key = d.number_key)`;

async function countWhere(query: QueryFunction, where: Sql): Promise<number> {
  const [row] = await query<{ count: number }>(sql`SELECT COUNT(*) AS "count" FROM drawn_number d WHERE ${where}`);
  return Number(row?.count ?? 0);
}

async function firstWhere(query: QueryFunction, where: Sql, most: number): Promise<Gap[]> {
  const rows = await query<Gap>(sql`
    SELECT d.sequence AS "sequence", d.number AS "number", CASE WHEN d.state = 'issued' THEN 'unexplained' ELSE d.state END AS "state", d.reason AS "reason",
      d.actor_name AS "actorName", COALESCE(d.settled_at, d.drawn_at) AS "at"
    FROM drawn_number d WHERE ${where} ORDER BY d.sequence LIMIT ${most}`);
  return rows.map((one) => ({ ...one, sequence: Number(one.sequence), at: Number(one.at) }));
}
