import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { cohortRuns } from '../../../cohorts/index.js';
import type { Task, TaskTime } from '../../domain/tasks.js';
import { TaskQuery } from './task-source.js';

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

/** Cohorts with people on the waitlist or with an open offer, earliest start first. */
export function waitlists(today: string): Sql {
  return sql`
    SELECT c.code AS "code", v.title_zh AS "titleZh", v.title_en AS "titleEn", c.starts_on AS "startsOn",
      line.waiting AS "waiting", line.offered AS "offered", line.deadline AS "nextDeadline",
      c.capacity - (SELECT COUNT(*) FROM enrolment e WHERE e.cohort_id = c.id AND e.seat_number IS NOT NULL) AS "free"
    FROM (SELECT cohort_id, SUM(CASE WHEN state = 'waitlisted' THEN 1 ELSE 0 END) AS waiting,
        SUM(CASE WHEN state = 'offered' THEN 1 ELSE 0 END) AS offered, MIN(offer_expires_at) AS deadline
      FROM enrolment WHERE state IN ('waitlisted', 'offered') GROUP BY cohort_id) line
    JOIN cohort c ON c.id = line.cohort_id JOIN course_version v ON v.id = c.course_version_id
    WHERE ${cohortRuns('c')} AND c.ends_on >= ${today}
    ORDER BY c.starts_on, c.code`;
}

/** People are waiting although seats are free: after the first session, seats are no longer offered automatically. */
@Injectable()
export class WaitlistsWithSeats extends TaskQuery<WaitingCohort> {
  readonly kind = 'waitlist';

  protected query({ today }: TaskTime): Sql {
    return sql`SELECT line.* FROM (${waitlists(today)}) line WHERE line."waiting" > 0 AND line."free" > 0`;
  }

  protected taskOf({ code, titleZh, titleEn, startsOn, waiting, free }: WaitingCohort): Task {
    return {
      kind: this.kind,
      due: startsOn,
      href: `/office/cohorts/${code}/roster`,
      code,
      titleZh,
      titleEn,
      values: { waiting: Number(waiting), free: Number(free), startsOn },
    };
  }
}
