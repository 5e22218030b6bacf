import sql from 'sql-template-tag';
import { A_DAY, type QueryFunction } from '../../../platform/index.js';
import { type Timetable, timetableIn } from '../../core/index.js';
import { type FindingsOfTerm, findingsOfTerm } from '../domain/term-findings.js';

export interface TermUnderReview extends FindingsOfTerm {
  readonly timetable: Timetable;
  /** Override reasons by session. */
  readonly reasons: ReadonlyMap<string, string>;
}

const TWO_YEARS = 2 * 366 * A_DAY;

/** All sessions ahead with their findings. */
export async function termUnderReview(query: QueryFunction, now: number): Promise<TermUnderReview> {
  const timetable = await timetableIn(query, { startsAt: now - 8 * A_DAY, endsAt: now + TWO_YEARS }, now);
  const overridden = await query<{ id: string; because: string | null; meantDay: string | null }>(sql`
    SELECT id AS "id", override_reason AS "because", meant_day AS "meantDay"
    FROM session WHERE (override_reason IS NOT NULL OR meant_day IS NOT NULL) AND starts_at > ${now}`);
  const reasons = new Map(overridden.flatMap(({ id, because }) => (because === null ? [] : [[id, because] as const])));
  const meantDays = new Map(
    overridden.flatMap(({ id, meantDay }) => (meantDay === null ? [] : [[id, meantDay] as const])),
  );
  return { timetable, reasons, ...findingsOfTerm(timetable, { accepted: new Set(reasons.keys()), meantDays }) };
}
