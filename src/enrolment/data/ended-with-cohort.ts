import sql from 'sql-template-tag';
import type { QueryFunction } from '../../platform/index.js';
import { type Restorable, RESTORABLE } from '../domain/states.js';

/** An enrolment that its cohort's cancellation ended, and what it was before. */
export interface EndedWithCohort {
  readonly id: string;
  readonly name: string;
  readonly from: Restorable;
  /** The seat it held; `null` while it waited, or where the record is older than this memory. */
  readonly seatNumber: number | null;
  /** Another cohort of the course in which the person has taken a seat since. */
  readonly elsewhere: string | null;
  /** Another cohort in which the person sits at the time of one of the sessions that are back. */
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

/** Everybody whose place ended at that instant because the cohort was cancelled, in the order in which they came. */
export async function endedWithCohort(
  query: QueryFunction,
  { id, cancelledAt }: { readonly id: string; readonly cancelledAt: number },
): Promise<EndedWithCohort[]> {
  const rows = await query<Row>(sql`
    SELECT e.id AS "id", t.name AS "name", ended.detail AS "detail",
      (SELECT earlier.kind FROM enrolment_event earlier WHERE earlier.enrolment_id = e.id AND earlier.id < ended.id
        AND earlier.kind IN ('waitlisted', 'offered', 'confirmed') ORDER BY earlier.id DESC LIMIT 1) AS "lastKind",
      (SELECT MIN(other.code) FROM enrolment oe JOIN cohort other ON other.id = oe.cohort_id
        WHERE oe.trainee_id = e.trainee_id AND other.course_id = c.course_id AND other.id <> c.id
          AND oe.seat_number IS NOT NULL AND oe.confirmed_at >= ${cancelledAt}) AS "elsewhere",
      (SELECT MIN(busy.code) FROM enrolment be JOIN cohort busy ON busy.id = be.cohort_id
        JOIN session theirs ON theirs.cohort_id = be.cohort_id AND theirs.state <> 'cancelled'
        JOIN session mine ON mine.cohort_id = c.id AND mine.state <> 'cancelled' AND mine.starts_at < theirs.ends_at AND theirs.starts_at < mine.ends_at
        WHERE be.trainee_id = e.trainee_id AND be.cohort_id <> c.id AND be.state IN ('offered', 'confirmed')) AS "clash"
    FROM enrolment e JOIN cohort c ON c.id = e.cohort_id JOIN trainee t ON t.id = e.trainee_id
    JOIN enrolment_event ended ON ended.enrolment_id = e.id AND ended.kind = 'withdrawn' AND ended.at = ${cancelledAt}
    WHERE e.cohort_id = ${id} AND e.state = 'withdrawn' AND e.ended_at = ${cancelledAt} ORDER BY e.ticket, ended.id`);
  const latest = [...new Map(rows.map((row) => [row.id, row])).values()];
  return latest.flatMap(({ detail, lastKind, ...row }) => {
    const told = JSON.parse(detail) as { cancelled?: string; from?: string; seatNumber?: number | null };
    const from = RESTORABLE.find((state) => state === (told.from ?? lastKind));
    return told.cancelled === undefined || from === undefined
      ? []
      : [{ ...row, from, seatNumber: told.seatNumber ?? null }];
  });
}
