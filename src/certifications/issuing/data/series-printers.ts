import sql from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';
import { LEVEL_NAMES, NO_LEVEL, type NumberPattern } from '../../core/index.js';

/** Prints the numbers of a series. */
export interface SeriesPrinter {
  readonly shape: string;
  readonly print: (sequence: number) => string;
}

const LEVELS = [NO_LEVEL, ...Object.values(LEVEL_NAMES).map(({ digit }) => digit)];

/**
 * Printers by series, for each year and level. If two patterns differ only in dashes, the first one wins: the newest
 * is the first of `patternsUsed`.
 */
export async function seriesPrinters(
  query: QueryFunction,
  patterns: readonly NumberPattern[],
): Promise<ReadonlyMap<string, SeriesPrinter>> {
  const years = await yearsOfCertificates(query);
  const printers = new Map<string, SeriesPrinter>();
  for (const pattern of patterns) {
    for (const year of years) {
      for (const level of LEVELS) {
        const scope = pattern.scope(year, level);
        if (!printers.has(scope))
          printers.set(scope, {
            shape: pattern.shape(year, level),
            print: (sequence) => pattern.print(year, sequence, level),
          });
      }
    }
  }
  return printers;
}

/** From the year before the first to the year after the last: numbers are drawn before certificates are stored. */
async function yearsOfCertificates(query: QueryFunction): Promise<number[]> {
  const [span] = await query<{ first: string | null; last: string | null }>(sql`
    SELECT (SELECT MIN(issued_on) FROM certificate) AS "first", (SELECT MAX(issued_on) FROM certificate) AS "last"`);
  const first = yearIn(span?.first, 2020) - 1;
  return Array.from({ length: yearIn(span?.last, 2030) + 2 - first }, (_, at) => first + at);
}

/** Somebody may have written anything else than a date. */
function yearIn(date: string | null | undefined, otherwise: number): number {
  return /^\d{4}-/.test(date ?? '') ? Number(date?.slice(0, 4)) : otherwise;
}
