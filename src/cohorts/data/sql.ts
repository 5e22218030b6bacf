import sql, { raw, type Sql } from 'sql-template-tag';
import { literals } from '../../platform/index.js';
import { type CohortPhase, stateOf } from '../domain/phase.js';
import { type CohortState, ENDED_STATES, ENROLLING_STATES, RUNNING_STATES } from '../domain/states.js';

const CONFIRMED: CohortState = 'confirmed';

/** The cohort, named `c` in the query, is tentative or confirmed. */
export const cohortRuns = (c: string): Sql => sql`${raw(c)}.state IN (${literals(RUNNING_STATES)})`;

/** The cohort, named `c` in the query, accepts enrolments until its window closes. @param now Epoch milliseconds. */
export const cohortEnrols = (c: string, now: number): Sql =>
  sql`${raw(c)}.state IN (${literals(ENROLLING_STATES)}) AND ${raw(c)}.window_closes_at > ${now}`;

/** The cohort, named `c` in the query, has ended, or its last day is over. @param today `YYYY-MM-DD`. */
export const cohortIsOver = (c: string, today: string): Sql =>
  sql`(${raw(c)}.state IN (${literals(ENDED_STATES)}) OR ${raw(c)}.ends_on < ${today})`;

/** `phaseOf` as a condition on the table `cohort`, named `c` in the query. @param today `YYYY-MM-DD`. */
export function inPhase(phase: CohortPhase, today: string): Sql {
  const confirmed = sql`c.state = ${literals([CONFIRMED])}`;
  if (phase === 'inProgress') return sql`(${confirmed} AND c.starts_on <= ${today})`;
  return phase === 'confirmed' ? sql`(${confirmed} AND c.starts_on > ${today})` : sql`c.state = ${stateOf(phase)}`;
}
