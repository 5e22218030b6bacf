import sql from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';
import { LEVEL_NAMES, NO_LEVEL } from '../../core/index.js';
import { patternsUsed } from '../../templates/index.js';

/** How the numbers of a series are printed. */
export interface SeriesPrinter {
  readonly shape: string;
  readonly print: (sequence: number) => string;
}

const LEVELS = [NO_LEVEL, ...Object.values(LEVEL_NAMES).map(({ digit }) => digit)];

/**
 * Who prints which series: the patterns ever in use, in each year and for each level.
 * Where two write one series alike but for dashes, the newer speaks.
 */
export async function seriesPrinters(query: QueryFunction): Promise<ReadonlyMap<string, SeriesPrinter>> {
  const years = await yearsOfCertificates(query);
  const printers = new Map<string, SeriesPrinter>();
  for (const pattern of await patternsUsed(query)) {
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

/** From the year before the first to the year after the last: numbers are drawn before their certificates stand. */
async function yearsOfCertificates(query: QueryFunction): Promise<number[]> {
  const [span] = await query<{ first: string | null; last: string | null }>(sql`
    SELECT (SELECT MIN(issued_on) FROM certificate) AS "first", (SELECT MAX(issued_on) FROM certificate) AS "last"`);
  const first = Number((span?.first ?? '2020').slice(0, 4)) - 1;
  return Array.from({ length: Number((span?.last ?? '2030').slice(0, 4)) + 2 - first }, (_, at) => first + at);
}
