import sql from 'sql-template-tag';
import { cohortRuns } from '../../cohorts/index.js';
import type { QueryFunction } from '../../platform/index.js';
import type { EnrolmentState, Source } from '../domain/states.js';
import { holdsSeat, isLive } from './sql.js';

export interface RosterRow {
  readonly id: string;
  readonly traineeId: string;
  readonly name: string;
  readonly latinName: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly workplace: string | null;
  readonly state: EnrolmentState;
  readonly seatNumber: number | null;
  readonly source: Source;
  readonly madeAt: number;
  readonly offerExpiresAt: number | null;
  readonly endedAt: number | null;
}

/** Every enrolment in a cohort, ended ones too, in ticket order. */
export function rosterOf(query: QueryFunction, cohortId: string): Promise<RosterRow[]> {
  return query(sql`
    SELECT e.id AS "id", e.trainee_id AS "traineeId", t.name AS "name", t.latin_name AS "latinName", COALESCE(a.email, t.email) AS "email", t.phone AS "phone",
      t.workplace AS "workplace", e.state AS "state", e.seat_number AS "seatNumber", e.source AS "source", e.made_at AS "madeAt",
      e.offer_expires_at AS "offerExpiresAt", e.ended_at AS "endedAt"
    FROM enrolment e JOIN trainee t ON t.id = e.trainee_id LEFT JOIN account a ON a.id = t.account_id
    WHERE e.cohort_id = ${cohortId} ORDER BY e.ticket`);
}

export interface TraineeMatch {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly workplace: string | null;
}

/** The first twenty trainees, by name, email or phone, who are not in the cohort yet. */
export function traineesToAdd(query: QueryFunction, cohortId: string, q: string): Promise<TraineeMatch[]> {
  const like = `%${q.toLowerCase().replace(/[!%_]/g, '!$&')}%`;
  return query(sql`
    SELECT t.id AS "id", t.name AS "name", COALESCE(a.email, t.email) AS "email", t.phone AS "phone", t.workplace AS "workplace"
    FROM trainee t LEFT JOIN account a ON a.id = t.account_id
    WHERE (lower(t.name) LIKE ${like} ESCAPE '!' OR lower(t.latin_name) LIKE ${like} ESCAPE '!' OR lower(t.email) LIKE ${like} ESCAPE '!'
        OR a.email LIKE ${like} ESCAPE '!' OR t.phone LIKE ${like} ESCAPE '!')
      AND NOT EXISTS (SELECT 1 FROM enrolment e WHERE e.cohort_id = ${cohortId} AND e.trainee_id = t.id AND ${isLive('e')})
    ORDER BY t.name, t.id LIMIT 20`);
}

export interface Destination {
  readonly code: string;
  readonly startsOn: string;
  readonly capacity: number;
  readonly taken: number;
}

/** Cohorts to which a trainee can be transferred: of the same course, and not over. */
export function destinationsFrom(query: QueryFunction, cohortId: string, today: string): Promise<Destination[]> {
  return query(sql`
    SELECT c.code AS "code", c.starts_on AS "startsOn", c.capacity AS "capacity",
      (SELECT COUNT(*) FROM enrolment e WHERE e.cohort_id = c.id AND ${holdsSeat('e')}) AS "taken"
    FROM cohort c JOIN cohort own ON own.course_id = c.course_id
    WHERE own.id = ${cohortId} AND c.id <> own.id AND ${cohortRuns('c')} AND c.ends_on >= ${today} ORDER BY c.starts_on, c.code`);
}
