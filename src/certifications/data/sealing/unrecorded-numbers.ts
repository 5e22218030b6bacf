import sql from 'sql-template-tag';
import type { Ask } from '../../../platform/index.js';

/** Running numbers of one series, both ends counted. */
export interface Span {
  readonly scope: string;
  readonly from: number;
  readonly to: number;
}

const PARTS = 64;
/** So many are read at once. */
const LEAF = 1024;

/** How many of a span were written down when they were drawn. */
export async function countRecorded(ask: Ask, { scope, from, to }: Span): Promise<number> {
  const [row] = await ask<{ count: number }>(sql`SELECT COUNT(*) AS "count" FROM drawn_number WHERE scope = ${scope} AND sequence BETWEEN ${from} AND ${to}`);
  return Number(row?.count ?? 0);
}

/** The first of a span that nothing was written down of. Parts are counted in the index, and only those that are short looked into. */
export async function unrecordedIn(ask: Ask, span: Span, most: number): Promise<number[]> {
  if (lengthOf(span) <= LEAF) return (await listed(ask, span)).slice(0, most);
  const found: number[] = [];
  for (const part of partsOf(span)) {
    if (found.length >= most) break;
    if ((await countRecorded(ask, part)) < lengthOf(part)) found.push(...(await unrecordedIn(ask, part, most - found.length)));
  }
  return found;
}

async function listed(ask: Ask, { scope, from, to }: Span): Promise<number[]> {
  const rows = await ask<{ sequence: number }>(sql`SELECT sequence AS "sequence" FROM drawn_number WHERE scope = ${scope} AND sequence BETWEEN ${from} AND ${to}`);
  const known = new Set(rows.map(({ sequence }) => Number(sequence)));
  return Array.from({ length: to - from + 1 }, (_, at) => from + at).filter((sequence) => !known.has(sequence));
}

const lengthOf = ({ from, to }: Span): number => Math.max(0, to - from + 1);

function partsOf({ scope, from, to }: Span): Span[] {
  const step = Math.ceil((to - from + 1) / PARTS);
  return Array.from({ length: PARTS }, (_, at) => ({ scope, from: from + at * step, to: Math.min(to, from + (at + 1) * step - 1) })).filter((part) => part.from <= part.to);
}
