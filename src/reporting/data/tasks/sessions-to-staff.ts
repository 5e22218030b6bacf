import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { cohortRuns } from '../../../cohorts/index.js';
import { dayOf, ReadDatabase } from '../../../platform/index.js';
import type { Task, TaskTime } from '../../domain/tasks.js';
import type { TaskSource } from './task-source.js';

export interface SessionToStaff {
  readonly number: number;
  readonly cohortCode: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly delivery: string;
  readonly startsAt: number;
  readonly hasRoom: number;
  readonly hasInstructor: number;
}

const HAS_LEAD = sql`EXISTS (SELECT 1 FROM session_instructor si WHERE si.session_id = s.id AND si.role = 'lead')`;

/**
 * Coming sessions of published cohorts without a room or an instructor: one task per cohort, due when the first of them
 * begins.
 */
@Injectable()
export class SessionsToStaff implements TaskSource {
  readonly kind = 'staffing';

  constructor(private readonly reads: ReadDatabase) {}

  rows({ now }: TaskTime): Promise<SessionToStaff[]> {
    return this.reads.query<SessionToStaff>(sql`
      SELECT s.number AS "number", c.code AS "cohortCode", v.title_zh AS "titleZh", v.title_en AS "titleEn", c.delivery AS "delivery", s.starts_at AS "startsAt",
        CASE WHEN s.room_id IS NULL THEN 0 ELSE 1 END AS "hasRoom", CASE WHEN ${HAS_LEAD} THEN 1 ELSE 0 END AS "hasInstructor"
      FROM session s JOIN cohort c ON c.id = s.cohort_id JOIN course_version v ON v.id = c.course_version_id
      WHERE s.state = 'planned' AND s.starts_at > ${now} AND ${cohortRuns('c')}
        AND (NOT ${HAS_LEAD} OR (s.room_id IS NULL AND c.delivery <> 'online'))
      ORDER BY s.starts_at, c.code`);
  }

  count({ now }: TaskTime): Promise<number> {
    return this.reads.count(sql`
      SELECT COUNT(DISTINCT s.cohort_id) AS "count" FROM session s JOIN cohort c ON c.id = s.cohort_id
      WHERE s.state = 'planned' AND s.starts_at > ${now} AND ${cohortRuns('c')}
        AND (NOT ${HAS_LEAD} OR (s.room_id IS NULL AND c.delivery <> 'online'))`);
  }

  async tasks(at: TaskTime): Promise<Task[]> {
    const byCohort = new Map<string, SessionToStaff[]>();
    for (const row of await this.rows(at)) byCohort.set(row.cohortCode, [...(byCohort.get(row.cohortCode) ?? []), row]);
    return [...byCohort.values()].map((rows) => this.taskOf(rows));
  }

  private taskOf(rows: readonly SessionToStaff[]): Task {
    const { cohortCode: code, titleZh, titleEn, startsAt } = rows[0]!;
    const noRoom = rows.filter(({ hasRoom, delivery }) => hasRoom === 0 && delivery !== 'online').length;
    const noInstructor = rows.filter(({ hasInstructor }) => hasInstructor === 0).length;
    return {
      kind: this.kind,
      due: dayOf(Number(startsAt)),
      href: `/office/cohorts/${code}/sessions`,
      code,
      titleZh,
      titleEn,
      values: { count: rows.length, noRoom, noInstructor, startsAt: Number(startsAt) },
    };
  }
}
