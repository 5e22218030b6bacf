import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { Reads } from '../../platform/index.js';
import type { Span } from '../domain/spans.js';

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

export interface WaitingCohort {
  readonly code: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly startsOn: string;
  readonly waiting: number;
  readonly offered: number;
  readonly free: number;
  readonly nextDeadline: number | null;
}

export interface CohortToCertify {
  readonly code: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly completedAt: number;
  readonly count: number;
}

export interface CohortOverdue {
  readonly code: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly endsOn: string;
}

export interface ComingSession {
  readonly id: string;
  readonly number: number;
  readonly cohortCode: string;
  readonly delivery: string;
  readonly startsAt: number;
  readonly hasRoom: number;
  readonly hasInstructor: number;
}

export interface ClosedDay {
  readonly date: string;
  readonly name: string;
  readonly nameEn: string | null;
}

const COUNT_OF = (states: Sql): Sql => sql`(SELECT COUNT(*) FROM enrolment e WHERE e.cohort_id = c.id AND e.state IN (${states}))`;
const CONFIRMED = sql`'confirmed', 'completed', 'notCompleted'`;

/** What a coordinator's day is made of: one query for each question. */
@Injectable()
export class TodayQueries {
  constructor(private readonly reads: Reads) {}

  sessions({ fromAt, untilAt }: Span): Promise<SessionToday[]> {
    return this.reads.all<SessionToday>(sql`
      SELECT s.id AS "id", s.number AS "number", s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.state AS "state",
        c.code AS "cohortCode", c.delivery AS "delivery", v.title_zh AS "titleZh", v.title_en AS "titleEn",
        r.name_zh AS "roomZh", r.name_en AS "roomEn", i.name AS "instructor",
        ${COUNT_OF(CONFIRMED)} AS "expected",
        (SELECT COUNT(*) FROM attendance_mark m WHERE m.session_id = s.id AND m.superseded_at IS NULL) AS "marked"
      FROM session s JOIN cohort c ON c.id = s.cohort_id JOIN course_version v ON v.id = c.course_version_id
      LEFT JOIN room r ON r.id = s.room_id
      LEFT JOIN session_instructor si ON si.session_id = s.id AND si.role = 'lead' LEFT JOIN instructor i ON i.id = si.instructor_id
      WHERE s.starts_at >= ${fromAt} AND s.starts_at < ${untilAt} AND s.state <> 'cancelled' AND c.state IN ('tentative', 'confirmed', 'completed')
      ORDER BY s.starts_at, c.code`);
  }

  /** Cohorts that open for enrolment or start within the span. */
  soon({ fromDay, untilDay, fromAt, untilAt }: Span): Promise<CohortSoon[]> {
    return this.reads.all<CohortSoon>(sql`
      SELECT c.code AS "code", c.state AS "state", v.title_zh AS "titleZh", v.title_en AS "titleEn", c.starts_on AS "startsOn",
        c.window_opens_at AS "windowOpensAt", c.capacity AS "capacity", c.least_enrolment AS "leastEnrolment", ${COUNT_OF(CONFIRMED)} AS "confirmed"
      FROM cohort c JOIN course_version v ON v.id = c.course_version_id
      WHERE c.state IN ('draft', 'tentative', 'confirmed')
        AND ((c.starts_on >= ${fromDay} AND c.starts_on < ${untilDay}) OR (c.window_opens_at >= ${fromAt} AND c.window_opens_at < ${untilAt}))
      ORDER BY c.starts_on, c.code`);
  }

  /** Cohorts with people in line or thinking about an offer, those that start first above. */
  waiting(today: string): Promise<WaitingCohort[]> {
    return this.reads.all<WaitingCohort>(sql`
      SELECT c.code AS "code", v.title_zh AS "titleZh", v.title_en AS "titleEn", c.starts_on AS "startsOn",
        line.waiting AS "waiting", line.offered AS "offered", line.deadline AS "nextDeadline",
        c.capacity - (SELECT COUNT(*) FROM enrolment e WHERE e.cohort_id = c.id AND e.seat_number IS NOT NULL) AS "free"
      FROM (SELECT cohort_id, SUM(CASE WHEN state = 'waitlisted' THEN 1 ELSE 0 END) AS waiting,
          SUM(CASE WHEN state = 'offered' THEN 1 ELSE 0 END) AS offered, MIN(offer_expires_at) AS deadline
        FROM enrolment WHERE state IN ('waitlisted', 'offered') GROUP BY cohort_id) line
      JOIN cohort c ON c.id = line.cohort_id JOIN course_version v ON v.id = c.course_version_id
      WHERE c.state IN ('tentative', 'confirmed') AND c.ends_on >= ${today}
      ORDER BY c.starts_on, c.code LIMIT 50`);
  }

  /** Completed cohorts whose completions have had no certificate yet, where the course leads to one. */
  toCertify(): Promise<CohortToCertify[]> {
    return this.reads.all<CohortToCertify>(sql`
      SELECT c.code AS "code", v.title_zh AS "titleZh", v.title_en AS "titleEn", c.completed_at AS "completedAt", COUNT(*) AS "count"
      FROM cohort c JOIN course co ON co.id = c.course_id JOIN course_version v ON v.id = c.course_version_id
      JOIN enrolment e ON e.cohort_id = c.id AND e.state = 'completed'
      WHERE c.state = 'completed' AND co.achievement_id IS NOT NULL
        AND e.id NOT IN (SELECT ce.enrolment_id FROM certificate ce WHERE ce.enrolment_id IS NOT NULL)
      GROUP BY c.code, v.title_zh, v.title_en, c.completed_at ORDER BY c.completed_at LIMIT 50`);
  }

  /** Cohorts whose last day is over and that nobody has completed or cancelled. */
  overdue(today: string): Promise<CohortOverdue[]> {
    return this.reads.all<CohortOverdue>(sql`
      SELECT c.code AS "code", v.title_zh AS "titleZh", v.title_en AS "titleEn", c.ends_on AS "endsOn"
      FROM cohort c JOIN course_version v ON v.id = c.course_version_id
      WHERE c.state IN ('tentative', 'confirmed') AND c.ends_on < ${today} ORDER BY c.ends_on LIMIT 50`);
  }

  coming({ fromAt, untilAt }: Span): Promise<ComingSession[]> {
    return this.reads.all<ComingSession>(sql`
      SELECT s.id AS "id", s.number AS "number", c.code AS "cohortCode", c.delivery AS "delivery", s.starts_at AS "startsAt",
        CASE WHEN s.room_id IS NULL THEN 0 ELSE 1 END AS "hasRoom", CASE WHEN EXISTS (SELECT 1 FROM session_instructor si WHERE si.session_id = s.id AND si.role = 'lead') THEN 1 ELSE 0 END AS "hasInstructor"
      FROM session s JOIN cohort c ON c.id = s.cohort_id
      WHERE s.starts_at >= ${fromAt} AND s.starts_at < ${untilAt} AND s.state = 'planned' AND c.state IN ('draft', 'tentative', 'confirmed')
      ORDER BY s.starts_at, c.code`);
  }

  closedDays({ fromDay, untilDay }: Span): Promise<ClosedDay[]> {
    return this.reads.all<ClosedDay>(sql`
      SELECT date AS "date", name AS "name", name_en AS "nameEn" FROM calendar_day
      WHERE kind IN ('holiday', 'closure') AND date >= ${fromDay} AND date < ${untilDay}`);
  }

  failedMails(): Promise<number> {
    return this.reads.count(sql`SELECT COUNT(*) AS "count" FROM outbox_message WHERE state = 'failed'`);
  }
}
