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
  const accepted = await ask<{ id: string }>(sql`SELECT id AS "id" FROM session WHERE override_reason IS NOT NULL AND starts_at > ${now}`);
  return { timetable, findings: findingsOfTerm(timetable, new Set(accepted.map(({ id }) => id))) };
}
