import sql from 'sql-template-tag';
import { type QueryFunction, storedObject } from '../../platform/index.js';
import { sessionsOverlap } from '../../scheduling/index.js';
import { type Restorable, RESTORABLE } from '../domain/states.js';
import { holdsSeat, isInState } from './sql.js';

/** An enrolment that its cohort's cancellation ended, and what it was before. */
export interface CancelledEnrolment {
  readonly id: string;
  readonly name: string;
  readonly from: Restorable;
  /** The seat it held; `null` if it was waitlisted, or ended before seats were recorded in events. */
  readonly seatNumber: number | null;
  /** Another cohort of the course in which the trainee has taken a seat since. */
  readonly elsewhere: string | null;
  /** Another cohort of the trainee with a session at the same time as one of the restored sessions. */
  readonly clash: string | null;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
  readonly lastKind: string | null;
  readonly elsewhere: string | null;
  readonly clash: string | null;
}

/** Enrolments that ended at that instant because the cohort was cancelled, in ticket order. */
export async function cancelledEnrolments(
  query: QueryFunction,
  { id, cancelledAt }: { readonly id: string; readonly cancelledAt: number },
): Promise<CancelledEnrolment[]> {
  const rows = await query<Row>(sql`
    SELECT e.id AS "id", t.name AS "name", ended.detail AS "detail",
      (SELECT earlier.kind FROM enrolment_event earlier WHERE earlier.enrolment_id = e.id AND earlier.id < ended.id
        AND earlier.kind IN ('waitlisted', 'offered', 'confirmed') ORDER BY earlier.id DESC LIMIT 1) AS "lastKind",
      (SELECT MIN(other.code) FROM enrolment oe JOIN cohort other ON other.id = oe.cohort_id
        WHERE oe.trainee_id = e.trainee_id AND other.course_id = c.course_id AND other.id <> c.id
          AND ${holdsSeat('oe')} AND oe.confirmed_at >= ${cancelledAt}) AS "elsewhere",
      (SELECT MIN(busy.code) FROM enrolment be JOIN cohort busy ON busy.id = be.cohort_id
        JOIN session theirs ON theirs.cohort_id = be.cohort_id
        JOIN session mine ON mine.cohort_id = c.id AND ${sessionsOverlap('mine', 'theirs')}
        WHERE be.trainee_id = e.trainee_id AND be.cohort_id <> c.id AND ${isInState('be', ['offered', 'confirmed'])}) AS "clash"
    FROM enrolment e JOIN cohort c ON c.id = e.cohort_id JOIN trainee t ON t.id = e.trainee_id
    JOIN enrolment_event ended ON ended.enrolment_id = e.id AND ended.kind = 'withdrawn' AND ended.at = ${cancelledAt}
    WHERE e.cohort_id = ${id} AND ${isInState('e', ['withdrawn'])} AND e.ended_at = ${cancelledAt} ORDER BY e.ticket, ended.id`);
  const latest = [...new Map(rows.map((row) => [row.id, row])).values()];
  return latest.flatMap(({ detail, lastKind, ...row }) => {
    const stored = storedObject<{ cancelled?: string; from?: string; seatNumber?: number | null }>(detail);
    const from = RESTORABLE.find((state) => state === (stored.from ?? lastKind));
    return stored.cancelled === undefined || from === undefined
      ? []
      : [{ ...row, from, seatNumber: stored.seatNumber ?? null }];
  });
}
