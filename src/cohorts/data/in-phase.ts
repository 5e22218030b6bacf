import sql, { type Sql } from 'sql-template-tag';
import { type CohortPhase, stateOf } from '../domain/phase.js';

/** `phaseOf` as a condition on the table `cohort`, named `c` in the query. @param today `YYYY-MM-DD`. */
export function inPhase(phase: CohortPhase, today: string): Sql {
  if (phase === 'inProgress') return sql`(c.state = 'confirmed' AND c.starts_on <= ${today})`;
  return phase === 'confirmed'
    ? sql`(c.state = 'confirmed' AND c.starts_on > ${today})`
    : sql`c.state = ${stateOf(phase)}`;
}
