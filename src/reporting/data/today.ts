import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { ReadDatabase } from '../../platform/index.js';
import { isNotCancelled } from '../../scheduling/index.js';
import type { Span } from '../domain/spans.js';
import { type WaitingCohort, waitlists } from './tasks/waitlists-with-seats.js';

export interface SessionToday {
  readonly id: string;
  readonly number: number;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly state: string;
  readonly cohortCode: string;
  readonly delivery: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly roomZh: string | null;
  readonly roomEn: string | null;
  readonly instructor: string | null;
  readonly expected: number;
  readonly marked: number;
}

export interface CohortSoon {
  readonly code: string;
  readonly state: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly startsOn: string;
  readonly windowOpensAt: number;
  readonly capacity: number;
  readonly leastEnrolment: number;
  readonly confirmed: number;
}

export interface ComingSession {
  readonly number: number;
  readonly cohortCode: string;
  readonly startsAt: number;
}

export interface ClosedDay {
  readonly date: string;
  readonly name: string;
  readonly nameEn: string | null;
}

const COUNT_OF = (states: Sql): Sql =>
  sql`(SELECT COUNT(*) FROM enrolment e WHERE e.cohort_id = c.id AND e.state IN (${states}))`;
const CONFIRMED = sql`'confirmed', 'completed', 'notCompleted'`;

/** The data of a coordinator's day. */
@Injectable()
export class TodayQueries {
  constructor(private readonly reads: ReadDatabase) {}

  sessions({ fromAt, untilAt }: Span): Promise<SessionToday[]> {
    return this.reads.query<SessionToday>(sql`
      SELECT s.id AS "id", s.number AS "number", s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.state AS "state",
        c.code AS "cohortCode", c.delivery AS "delivery", v.title_zh AS "titleZh", v.title_en AS "titleEn",
        r.name_zh AS "roomZh", r.name_en AS "roomEn", i.name AS "instructor",
        ${COUNT_OF(CONFIRMED)} AS "expected",
        (SELECT COUNT(*) FROM attendance_mark m WHERE m.session_id = s.id AND m.superseded_at IS NULL) AS "marked"
      FROM session s JOIN cohort c ON c.id = s.cohort_id JOIN course_version v ON v.id = c.course_version_id
      LEFT JOIN room r ON r.id = s.room_id
      LEFT JOIN session_instructor si ON si.session_id = s.id AND si.role = 'lead' LEFT JOIN instructor i ON i.id = si.instructor_id
      WHERE s.starts_at >= ${fromAt} AND s.starts_at < ${untilAt} AND ${isNotCancelled('s')} AND c.state IN ('tentative', 'confirmed', 'completed')
      ORDER BY s.starts_at, c.code`);
  }

  /** Cohorts that open for enrolment or start within the span. */
  soon({ fromDay, untilDay, fromAt, untilAt }: Span): Promise<CohortSoon[]> {
    return this.reads.query<CohortSoon>(sql`
      SELECT c.code AS "code", c.state AS "state", v.title_zh AS "titleZh", v.title_en AS "titleEn", c.starts_on AS "startsOn",
        c.window_opens_at AS "windowOpensAt", c.capacity AS "capacity", c.least_enrolment AS "leastEnrolment", ${COUNT_OF(CONFIRMED)} AS "confirmed"
      FROM cohort c JOIN course_version v ON v.id = c.course_version_id
      WHERE c.state IN ('draft', 'tentative', 'confirmed')
        AND ((c.starts_on >= ${fromDay} AND c.starts_on < ${untilDay}) OR (c.window_opens_at >= ${fromAt} AND c.window_opens_at < ${untilAt}))
      ORDER BY c.starts_on, c.code`);
  }

  /** Cohorts with people on the waitlist or with an open offer, earliest start first. */
  waiting(today: string): Promise<WaitingCohort[]> {
    return this.reads.query<WaitingCohort>(sql`${waitlists(today)} LIMIT 50`);
  }

  coming({ fromAt, untilAt }: Span): Promise<ComingSession[]> {
    return this.reads.query<ComingSession>(sql`
      SELECT s.number AS "number", c.code AS "cohortCode", s.starts_at AS "startsAt"
      FROM session s JOIN cohort c ON c.id = s.cohort_id
      WHERE s.starts_at >= ${fromAt} AND s.starts_at < ${untilAt} AND s.state = 'planned' AND c.state IN ('draft', 'tentative', 'confirmed')
      ORDER BY s.starts_at, c.code`);
  }

  closedDays({ fromDay, untilDay }: Span): Promise<ClosedDay[]> {
    return this.reads.query<ClosedDay>(sql`
      SELECT date AS "date", name AS "name", name_en AS "nameEn" FROM calendar_day
      WHERE kind IN ('holiday', 'closure') AND date >= ${fromDay} AND date < ${untilDay}`);
  }

  failedMails(): Promise<number> {
    return this.reads.count(sql`SELECT COUNT(*) AS "count" FROM outbox_message WHERE state = 'failed'`);
  }
}
