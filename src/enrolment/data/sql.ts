import sql, { raw, type Sql } from 'sql-template-tag';
import { literals } from '../../platform/index.js';
import { type EnrolmentState, LIVE } from '../domain/states.js';

/** The enrolment, named `e` in the query, holds a seat: one of the states `SEATED`, as a constraint ensures. */
export const holdsSeat = (e: string): Sql => sql`${raw(e)}.seat_number IS NOT NULL`;

/** `seatsForNewcomers` of the cohort that is named `c` in the query; below 0 with more seats taken than there are. */
export const newcomerSeats = (c: string): Sql => sql`
  CASE WHEN EXISTS (SELECT 1 FROM enrolment w WHERE w.cohort_id = ${raw(c)}.id AND ${isInState('w', ['waitlisted'])}) THEN 0
    ELSE ${raw(c)}.capacity - (SELECT COUNT(*) FROM enrolment e WHERE e.cohort_id = ${raw(c)}.id AND ${holdsSeat('e')}) END`;

/** The enrolment, named `e` in the query, is in one of the states. */
export function isInState(e: string, states: readonly EnrolmentState[]): Sql {
  return states.length === 1
    ? sql`${raw(e)}.state = ${literals(states)}`
    : sql`${raw(e)}.state IN (${literals(states)})`;
}

/** The enrolment, named `e` in the query, is the trainee's live one in its cohort. */
export const isLive = (e: string): Sql => isInState(e, LIVE);
