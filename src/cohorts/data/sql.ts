import sql, { raw, type Sql } from 'sql-template-tag';
import { literals } from '../../platform/index.js';
import { RUNNING_STATES } from '../domain/states.js';

/** The cohort, named `c` in the query, is tentative or confirmed. */
export const cohortRuns = (c: string): Sql => sql`${raw(c)}.state IN (${literals(RUNNING_STATES)})`;
