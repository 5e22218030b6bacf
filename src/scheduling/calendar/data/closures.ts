import sql from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';
import type { DayFact } from '../../core/index.js';

/** Closures of a year, without holidays. */
export function closuresOfYear(query: QueryFunction, year: number): Promise<DayFact[]> {
  return query<DayFact>(sql`
    SELECT date AS "date", kind AS "kind", name AS "name", name_en AS "nameEn" FROM calendar_day WHERE kind = 'closure' AND date >= ${`${year}-01-01`} AND date <= ${`${year}-12-31`} ORDER BY date`);
}
