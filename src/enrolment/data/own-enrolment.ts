import sql from 'sql-template-tag';
import type { QueryFunction } from '../../platform/index.js';
import type { EnrolmentEventKind } from './enrolment-event.entity.js';
import type { EnrolmentState } from '../domain/states.js';
import { isInState, isLive } from './sql.js';

export interface EnrolmentRow {
  readonly id: string;
  readonly state: EnrolmentState;
  readonly offerExpiresAt: number | null;
  readonly madeAt: number;
  readonly traineeId: string;
  readonly traineeName: string;
  readonly accountId: string | null;
  readonly cohortId: string;
  readonly cohortCode: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly startsOn: string;
  readonly endsOn: string;
  /** Position on the waitlist, from 1; meaningless in other states. */
  readonly position: number;
  readonly waiting: number;
}

export async function enrolmentById(query: QueryFunction, id: string): Promise<EnrolmentRow | null> {
  const [row] = await query<EnrolmentRow>(sql`
    SELECT e.id AS "id", e.state AS "state", e.offer_expires_at AS "offerExpiresAt", e.made_at AS "madeAt", t.id AS "traineeId", t.name AS "traineeName", t.account_id AS "accountId",
      c.id AS "cohortId", c.code AS "cohortCode", v.title_zh AS "titleZh", v.title_en AS "titleEn", c.starts_on AS "startsOn", c.ends_on AS "endsOn",
      (SELECT COUNT(*) FROM enrolment w WHERE w.cohort_id = e.cohort_id AND ${isInState('w', ['waitlisted'])} AND w.ticket <= e.ticket) AS "position",
      (SELECT COUNT(*) FROM enrolment w WHERE w.cohort_id = e.cohort_id AND ${isInState('w', ['waitlisted'])}) AS "waiting"
    FROM enrolment e JOIN trainee t ON t.id = e.trainee_id JOIN cohort c ON c.id = e.cohort_id JOIN course_version v ON v.id = c.course_version_id
    WHERE e.id = ${id}`);
  return row ?? null;
}

export interface EventRow {
  readonly at: number;
  readonly kind: EnrolmentEventKind;
}

export function eventsOf(query: QueryFunction, enrolmentId: string): Promise<EventRow[]> {
  return query(sql`
    SELECT at AS "at", kind AS "kind" FROM enrolment_event WHERE enrolment_id = ${enrolmentId} ORDER BY at DESC, id DESC`);
}

/** The live enrolment of an account's trainee in a cohort, if there is one. */
export async function ownEnrolmentIn(
  query: QueryFunction,
  cohortId: string,
  accountId: string,
): Promise<{ id: string; state: EnrolmentState } | null> {
  const [row] = await query<{ id: string; state: EnrolmentState }>(sql`
    SELECT e.id AS "id", e.state AS "state" FROM enrolment e JOIN trainee t ON t.id = e.trainee_id
    WHERE e.cohort_id = ${cohortId} AND t.account_id = ${accountId} AND ${isLive('e')}`);
  return row ?? null;
}
