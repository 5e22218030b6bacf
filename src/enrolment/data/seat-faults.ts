import sql, { join, type Sql } from 'sql-template-tag';
import type { CohortState } from '../../cohorts/index.js';
import type { QueryFunction } from '../../platform/index.js';
import { SEATED } from '../domain/states.js';
import { isInState, isLive } from './sql.js';

const isSeated = isInState('e', SEATED);

/** Seats are created when a cohort is published; a cancelled one may never have been. */
const WITH_SEATS = ['tentative', 'confirmed', 'completed'] as const satisfies readonly CohortState[];

interface SeatCheck {
  readonly rows: Sql;
  readonly sentence: (row: Readonly<Record<string, string | number>>) => string;
}

/** Conditions that the rules rule out, and most of which database constraints forbid as well. */
const SEAT_CHECKS: readonly SeatCheck[] = [
  {
    rows: sql`
      SELECT c.code AS "code", c.capacity AS "capacity", COUNT(*) AS "count" FROM enrolment e JOIN cohort c ON c.id = e.cohort_id
      WHERE ${isSeated} GROUP BY c.id, c.code, c.capacity HAVING COUNT(*) > c.capacity ORDER BY c.code`,
    sentence: ({ code, capacity, count }) => `Cohort ${code} has ${capacity} seats and holds ${count} for people.`,
  },
  {
    rows: sql`
      SELECT c.code AS "code", c.capacity AS "capacity", COUNT(s.number) AS "count" FROM cohort c LEFT JOIN seat s ON s.cohort_id = c.id
      WHERE c.state IN (${join([...WITH_SEATS])}) GROUP BY c.id, c.code, c.capacity
      HAVING COUNT(s.number) <> c.capacity OR COALESCE(MIN(s.number), 1) <> 1 OR COALESCE(MAX(s.number), 0) <> c.capacity ORDER BY c.code`,
    sentence: ({ code, capacity, count }) =>
      `Cohort ${code} has a capacity of ${capacity} and ${count} seats, or they are not numbered from 1 on.`,
  },
  {
    rows: sql`
      SELECT c.code AS "code", e.seat_number AS "seat", COUNT(*) AS "count" FROM enrolment e JOIN cohort c ON c.id = e.cohort_id
      WHERE e.seat_number IS NOT NULL GROUP BY c.id, c.code, e.seat_number HAVING COUNT(*) > 1 ORDER BY c.code, e.seat_number`,
    sentence: ({ code, seat, count }) => `Seat ${seat} of cohort ${code} is given to ${count} people.`,
  },
  {
    rows: sql`
      SELECT c.code AS "code", e.id AS "id", e.state AS "state" FROM enrolment e JOIN cohort c ON c.id = e.cohort_id
      WHERE (e.seat_number IS NOT NULL AND NOT (${isSeated})) OR (e.seat_number IS NULL AND ${isSeated})
      ORDER BY c.code, e.id`,
    sentence: ({ code, id, state }) => `Enrolment ${id} in cohort ${code} is ${state}, and its seat does not fit that.`,
  },
  {
    rows: sql`
      SELECT c.code AS "code", e.id AS "id", e.seat_number AS "seat" FROM enrolment e JOIN cohort c ON c.id = e.cohort_id
      LEFT JOIN seat s ON s.cohort_id = e.cohort_id AND s.number = e.seat_number
      WHERE e.seat_number IS NOT NULL AND s.number IS NULL ORDER BY c.code, e.seat_number`,
    sentence: ({ code, id, seat }) => `Enrolment ${id} holds seat ${seat} of cohort ${code}, which it does not have.`,
  },
  {
    rows: sql`
      SELECT c.code AS "code", e.trainee_id AS "trainee", COUNT(*) AS "count" FROM enrolment e JOIN cohort c ON c.id = e.cohort_id
      WHERE ${isLive('e')} GROUP BY c.id, c.code, e.trainee_id HAVING COUNT(*) > 1 ORDER BY c.code, e.trainee_id`,
    sentence: ({ code, trainee, count }) => `Trainee ${trainee} is enrolled in cohort ${code} ${count} times.`,
  },
  {
    rows: sql`
      SELECT c.code AS "code", e.id AS "id" FROM enrolment e JOIN cohort c ON c.id = e.cohort_id
      WHERE (e.offer_expires_at IS NOT NULL AND e.state <> 'offered') OR (e.offer_expires_at IS NULL AND e.state = 'offered')
      ORDER BY c.code, e.id`,
    sentence: ({ code, id }) => `Enrolment ${id} in cohort ${code}: an offer and its deadline do not fit each other.`,
  },
];

export interface SeatReport {
  readonly cohorts: number;
  readonly held: number;
  /** One sentence per fault. */
  readonly faults: readonly string[];
}

/** Checks every seat of every cohort. */
export async function checkSeats(query: QueryFunction): Promise<SeatReport> {
  const [totals] = await query<{ cohorts: number; held: number }>(sql`
    SELECT (SELECT COUNT(*) FROM cohort) AS "cohorts", (SELECT COUNT(*) FROM enrolment WHERE seat_number IS NOT NULL) AS "held"`);
  const faults: string[] = [];
  for (const { rows, sentence } of SEAT_CHECKS) {
    faults.push(...(await query<Record<string, string | number>>(rows)).map((row) => sentence(row)));
  }
  return { cohorts: Number(totals?.cohorts ?? 0), held: Number(totals?.held ?? 0), faults };
}
