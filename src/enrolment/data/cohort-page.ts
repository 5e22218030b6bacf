import sql from 'sql-template-tag';
import type { QueryFunction } from '../../platform/index.js';
import { holdsSeat, isInState } from './sql.js';

export interface CohortPageRow {
  readonly id: string;
  readonly code: string;
  readonly state: string;
  readonly delivery: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly capacity: number;
  readonly windowOpensAt: number;
  readonly windowClosesAt: number;
  readonly feeTextZh: string | null;
  readonly feeTextEn: string | null;
  readonly sponsor: string | null;
  readonly cancelReason: string | null;
  readonly courseId: string;
  readonly courseCode: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly summaryZh: string;
  readonly summaryEn: string;
  readonly hours: number;
  readonly outcomesZh: string;
  readonly outcomesEn: string;
  readonly taken: number;
  readonly waiting: number;
}

/** A published cohort; drafts are not public. */
export async function publicCohort(query: QueryFunction, code: string): Promise<CohortPageRow | null> {
  const [row] = await query<CohortPageRow>(sql`
    SELECT c.id AS "id", c.code AS "code", c.state AS "state", c.delivery AS "delivery", c.starts_on AS "startsOn", c.ends_on AS "endsOn", c.capacity AS "capacity",
      c.window_opens_at AS "windowOpensAt", c.window_closes_at AS "windowClosesAt", c.fee_text_zh AS "feeTextZh", c.fee_text_en AS "feeTextEn",
      s.name AS "sponsor", c.cancel_reason AS "cancelReason", co.id AS "courseId", co.code AS "courseCode", v.title_zh AS "titleZh", v.title_en AS "titleEn",
      co.summary_zh AS "summaryZh", co.summary_en AS "summaryEn", v.hours AS "hours", v.outcomes_zh AS "outcomesZh", v.outcomes_en AS "outcomesEn",
      (SELECT COUNT(*) FROM enrolment e WHERE e.cohort_id = c.id AND ${holdsSeat('e')}) AS "taken",
      (SELECT COUNT(*) FROM enrolment e WHERE e.cohort_id = c.id AND ${isInState('e', ['waitlisted'])}) AS "waiting"
    FROM cohort c JOIN course co ON co.id = c.course_id JOIN course_version v ON v.id = c.course_version_id LEFT JOIN employer s ON s.id = c.sponsor_employer_id
    WHERE c.code = ${code.toUpperCase()} AND c.state <> 'draft' AND c.published_at IS NOT NULL`);
  return row ?? null;
}

export interface PublicSessionRow {
  readonly number: number;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly state: string;
  readonly roomZh: string | null;
  readonly roomEn: string | null;
  readonly placeZh: string | null;
  readonly placeEn: string | null;
  readonly instructor: string | null;
  readonly instructorLatin: string | null;
}

export function publicSessionsOf(query: QueryFunction, cohortId: string): Promise<PublicSessionRow[]> {
  return query(sql`
    SELECT s.number AS "number", s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.state AS "state", r.name_zh AS "roomZh", r.name_en AS "roomEn",
      r.place_zh AS "placeZh", r.place_en AS "placeEn", i.name AS "instructor", i.latin_name AS "instructorLatin"
    FROM session s LEFT JOIN room r ON r.id = s.room_id
      LEFT JOIN session_instructor si ON si.session_id = s.id AND si.role = 'lead' LEFT JOIN instructor i ON i.id = si.instructor_id
    WHERE s.cohort_id = ${cohortId} ORDER BY s.starts_at, s.number`);
}
