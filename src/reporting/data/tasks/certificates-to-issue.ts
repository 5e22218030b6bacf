import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { dayOf, daysAfter } from '../../../platform/index.js';
import type { Task } from '../../domain/tasks.js';
import { TaskQuery } from './task-source.js';

/** Days after completion within which certificates are due. */
const DAYS_TO_ISSUE = 7;

export interface CohortToCertify {
  readonly code: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly completedAt: number;
  readonly count: number;
}

/** Completed cohorts with completions that have no certificate yet, if the course leads to one. */
@Injectable()
export class CertificatesToIssue extends TaskQuery<CohortToCertify> {
  readonly kind = 'certificates';

  protected query(): Sql {
    return sql`
      SELECT c.code AS "code", v.title_zh AS "titleZh", v.title_en AS "titleEn", c.completed_at AS "completedAt", COUNT(*) AS "count"
      FROM cohort c JOIN course co ON co.id = c.course_id JOIN course_version v ON v.id = c.course_version_id
      JOIN enrolment e ON e.cohort_id = c.id AND e.state = 'completed'
      WHERE c.state = 'completed' AND co.achievement_id IS NOT NULL
        AND e.id NOT IN (SELECT ce.enrolment_id FROM certificate ce WHERE ce.enrolment_id IS NOT NULL)
      GROUP BY c.code, v.title_zh, v.title_en, c.completed_at ORDER BY c.completed_at, c.code`;
  }

  protected taskOf({ code, titleZh, titleEn, completedAt, count }: CohortToCertify): Task {
    const completedOn = dayOf(Number(completedAt));
    return {
      kind: this.kind,
      due: daysAfter(completedOn, DAYS_TO_ISSUE),
      href: `/office/cohorts/${code}/certificates`,
      code,
      titleZh,
      titleEn,
      values: { count: Number(count), completedOn },
    };
  }
}
