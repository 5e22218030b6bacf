import sql from 'sql-template-tag';
import { type QueryFunction, storedObject } from '../../../platform/index.js';
import { isNotCancelled, sessionFilter, slotOfRow } from '../../core/index.js';
import type { LaidSession } from '../domain/re-application.js';
import type { WeeklyPattern } from '../domain/weekly-pattern.js';

/** A pattern that generated sessions of a cohort. Instants in epoch milliseconds. */
export interface KeptPattern {
  readonly id: string;
  readonly cohortId: string;
  readonly definition: WeeklyPattern;
  readonly appliedAt: number;
  /** Its sessions that are not cancelled, and how many of them are still ahead. */
  readonly standing: number;
  readonly ahead: number;
}

/** Oldest first, without patterns that have no sessions left. */
export async function patternsOfCohort(query: QueryFunction, cohortId: string, now: number): Promise<KeptPattern[]> {
  const rows = await query<Omit<KeptPattern, 'definition'> & { definition: string }>(sql`
    SELECT p.id AS "id", p.cohort_id AS "cohortId", p.definition AS "definition", p.applied_at AS "appliedAt",
      (SELECT COUNT(*) FROM session s WHERE s.pattern_id = p.id AND ${isNotCancelled('s')}) AS "standing",
      (SELECT COUNT(*) FROM session s WHERE s.pattern_id = p.id AND s.state = 'planned' AND s.starts_at > ${now}) AS "ahead"
    FROM timetable_pattern p WHERE p.cohort_id = ${cohortId} ORDER BY p.created_at, p.id`);
  return rows
    .map(({ definition, standing, ahead, appliedAt, ...row }) => ({
      ...row,
      appliedAt: Number(appliedAt),
      standing: Number(standing),
      ahead: Number(ahead),
      definition: storedObject<WeeklyPattern>(definition),
    }))
    .filter((one) => one.standing > 0);
}

/** All sessions that a pattern generated, including cancelled ones. */
export async function sessionsOfPattern(query: QueryFunction, patternId: string): Promise<LaidSession[]> {
  const ids = await query<{ id: string }>(sql`SELECT id AS "id" FROM session WHERE pattern_id = ${patternId}`);
  const rows = await sessionFilter(query, { ids: ids.map(({ id }) => id), withCancelled: true });
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    sequence: row.sequence,
    state: row.state,
    slot: slotOfRow(row),
  }));
}
