import sql from 'sql-template-tag';
import type { QueryFunction } from '../../platform/index.js';
import type { CohortState, Delivery } from '../domain/states.js';

/** A cohort with its course and track. */
export interface CohortRow {
  readonly id: string;
  readonly code: string;
  readonly state: CohortState;
  readonly delivery: Delivery;
  readonly courseId: string;
  readonly courseCode: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly hours: number;
  readonly versionNumber: number;
  readonly trackId: string;
  readonly trackCode: string;
  readonly trackZh: string;
  readonly trackEn: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly capacity: number;
  readonly leastEnrolment: number;
  readonly windowOpensAt: number;
  readonly windowClosesAt: number;
  readonly feeTextZh: string | null;
  readonly feeTextEn: string | null;
  readonly sponsorEmployerId: string | null;
  readonly sponsorName: string | null;
  readonly coordinatorAccountId: string | null;
  readonly coordinatorName: string | null;
  readonly publishedAt: number | null;
  readonly confirmedAt: number | null;
  readonly completedAt: number | null;
  readonly cancelledAt: number | null;
  readonly cancelReason: string | null;
  readonly cancelledFrom: CohortState | null;
  readonly decisionOn: string | null;
  readonly createdAt: number;
}

/** Case-insensitive. `null` for an unknown code. */
export async function cohortByCode(query: QueryFunction, code: string): Promise<CohortRow | null> {
  const [row] = await query<CohortRow>(sql`
    SELECT c.id AS "id", c.code AS "code", c.state AS "state", c.delivery AS "delivery", c.course_id AS "courseId", co.code AS "courseCode",
      v.title_zh AS "titleZh", v.title_en AS "titleEn", v.hours AS "hours", v.number AS "versionNumber",
      tr.id AS "trackId", tr.code AS "trackCode", tr.name_zh AS "trackZh", tr.name_en AS "trackEn",
      c.starts_on AS "startsOn", c.ends_on AS "endsOn", c.capacity AS "capacity", c.least_enrolment AS "leastEnrolment",
      c.window_opens_at AS "windowOpensAt", c.window_closes_at AS "windowClosesAt", c.fee_text_zh AS "feeTextZh", c.fee_text_en AS "feeTextEn",
      c.sponsor_employer_id AS "sponsorEmployerId", em.name AS "sponsorName",
      c.coordinator_account_id AS "coordinatorAccountId", ac.name AS "coordinatorName",
      c.published_at AS "publishedAt", c.confirmed_at AS "confirmedAt", c.completed_at AS "completedAt",
      c.cancelled_at AS "cancelledAt", c.cancel_reason AS "cancelReason", c.cancelled_from AS "cancelledFrom", c.decision_on AS "decisionOn", c.created_at AS "createdAt"
    FROM cohort c
    JOIN course co ON co.id = c.course_id
    JOIN course_version v ON v.id = c.course_version_id
    JOIN track tr ON tr.id = co.track_id
    LEFT JOIN employer em ON em.id = c.sponsor_employer_id
    LEFT JOIN account ac ON ac.id = c.coordinator_account_id
    WHERE c.code = ${code.toUpperCase()}`);
  return row ?? null;
}
