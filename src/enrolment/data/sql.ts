import sql, { raw, type Sql } from 'sql-template-tag';
import { literals } from '../../platform/index.js';
import type { EnrolmentState } from '../domain/states.js';

/** The enrolment, named `e` in the query, holds a seat: the states `SEATED`, which the database keeps in step. */
export const holdsSeat = (e: string): Sql => sql`${raw(e)}.seat_number IS NOT NULL`;

/** The enrolment, named `e` in the query, is in one of the states. */
export function isInState(e: string, states: readonly EnrolmentState[]): Sql {
  return states.length === 1
    ? sql`${raw(e)}.state = ${literals(states)}`
    : sql`${raw(e)}.state IN (${literals(states)})`;
}
