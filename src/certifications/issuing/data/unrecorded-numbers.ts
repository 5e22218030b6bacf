import sql, { join, type Sql } from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';

/** Running numbers of one series, both ends included. */
export interface Span {
  readonly scope: string;
  readonly from: number;
  readonly to: number;
}

interface ShortSpan extends Span {
  /** Number of unrecorded numbers in it. */
  readonly missing: number;
}

const PARTS = 64;
/** Numbers read at once. */
const LEAF = 1024;

/** Number of recorded numbers in a span. */
export async function countRecorded(query: QueryFunction, { scope, from, to }: Span): Promise<number> {
  const [row] = await query<{ count: number }>(
    sql`SELECT COUNT(*) AS "count" FROM drawn_number WHERE scope = ${scope} AND sequence BETWEEN ${from} AND ${to}`,
  );
  return Number(row?.count ?? 0);
}

/**
 * The first unrecorded numbers of a span. Parts are counted in the index, a level at a time; only incomplete parts are
 * searched.
 */
export async function unrecordedIn(query: QueryFunction, span: Span, most: number): Promise<number[]> {
  if (lengthOf(span) <= LEAF) return (await listed(query, [span])).slice(0, most);
  const short = await shortParts(query, span);
  if (short.every((part) => lengthOf(part) <= LEAF)) return (await listed(query, enoughOf(short, most))).slice(0, most);
  const found: number[] = [];
  for (const part of enoughOf(short, most)) found.push(...(await unrecordedIn(query, part, most - found.length)));
  return found.slice(0, most);
}

async function shortParts(query: QueryFunction, span: Span): Promise<ShortSpan[]> {
  const parts = partsOf(span);
  const counts = await query<{ from: number; count: number }>(sql`
    WITH part (lo, hi) AS (${valuesOf(parts)})
    SELECT lo AS "from", (SELECT COUNT(*) FROM drawn_number WHERE scope = ${span.scope} AND sequence BETWEEN lo AND hi) AS "count" FROM part`);
  const recorded = new Map(counts.map(({ from, count }) => [Number(from), Number(count)]));
  return parts
    .map((part) => ({ ...part, missing: lengthOf(part) - (recorded.get(part.from) ?? 0) }))
    .filter(({ missing }) => missing > 0);
}

/** The first parts that together lack enough numbers. */
function enoughOf(short: readonly ShortSpan[], most: number): ShortSpan[] {
  let remaining = most;
  return short.filter(({ missing }) => {
    const needed = remaining > 0;
    remaining -= missing;
    return needed;
  });
}

async function listed(query: QueryFunction, parts: readonly Span[]): Promise<number[]> {
  const [first] = parts;
  if (!first) return [];
  const rows = await query<{ sequence: number }>(sql`
    WITH part (lo, hi) AS (${valuesOf(parts)})
    SELECT d.sequence AS "sequence" FROM part JOIN drawn_number d ON d.scope = ${first.scope} AND d.sequence BETWEEN part.lo AND part.hi`);
  const recorded = new Set(rows.map(({ sequence }) => Number(sequence)));
  return parts
    .flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, at) => from + at))
    .filter((sequence) => !recorded.has(sequence));
}

const valuesOf = (parts: readonly Span[]): Sql =>
  sql`VALUES ${join(parts.map(({ from, to }) => sql`(CAST(${from} AS INTEGER), CAST(${to} AS INTEGER))`))}`;

const lengthOf = ({ from, to }: Span): number => Math.max(0, to - from + 1);

function partsOf({ scope, from, to }: Span): Span[] {
  const step = Math.ceil((to - from + 1) / PARTS);
  return Array.from({ length: PARTS }, (_, at) => ({
    scope,
    from: from + at * step,
    to: Math.min(to, from + (at + 1) * step - 1),
  })).filter((part) => part.from <= part.to);
}
