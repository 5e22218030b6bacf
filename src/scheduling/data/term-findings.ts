import sql from 'sql-template-tag';
import type { Ask } from '../../platform/index.js';
import { findingsOfTerm, type TermFinding } from '../domain/term-findings.js';
import type { Timetable } from '../domain/timetable.js';
import { timetableIn } from './placed-sessions.js';

export interface TermUnderReview {
  readonly timetable: Timetable;
  readonly findings: readonly TermFinding[];
}

const TWO_YEARS = 2 * 366 * 86_400_000;

/** The whole timetable ahead with all that speaks against it. */
export async function termUnderReview(ask: Ask, now: number): Promise<TermUnderReview> {
  const timetable = await timetableIn(ask, { startsAt: now - 8 * 86_400_000, endsAt: now + TWO_YEARS }, now);
  const known = await ask<{ id: string; accepted: number; meantDay: string | null }>(sql`
    SELECT id AS "id", CASE WHEN override_reason IS NULL THEN 0 ELSE 1 END AS "accepted", meant_day AS "meantDay"
    FROM session WHERE (override_reason IS NOT NULL OR meant_day IS NOT NULL) AND starts_at > ${now}`);
  const accepted = new Set(known.filter((one) => one.accepted === 1).map(({ id }) => id));
  const meantDays = new Map(known.flatMap(({ id, meantDay }) => (meantDay === null ? [] : [[id, meantDay] as const])));
  return { timetable, findings: findingsOfTerm(timetable, { accepted, meantDays }) };
}
