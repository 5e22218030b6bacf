import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { DECISION_NOTICE_DAYS } from '../../../cohorts/index.js';
import { daysAfter } from '../../../platform/index.js';
import type { Task, TaskTime } from '../../domain/tasks.js';
import { TaskQuery } from './task-source.js';

export interface CohortToDecide {
  readonly code: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly startsOn: string;
  readonly decisionOn: string;
  readonly leastEnrolment: number;
  readonly confirmed: number;
}

/** Published cohorts below their minimum enrolment whose decision date is near or past. Only a person cancels them. */
@Injectable()
export class CohortsToDecide extends TaskQuery<CohortToDecide> {
  readonly kind = 'decision';

  protected query({ today }: TaskTime): Sql {
    return sql`
      SELECT c.code AS "code", v.title_zh AS "titleZh", v.title_en AS "titleEn", c.starts_on AS "startsOn", c.decision_on AS "decisionOn",
        c.least_enrolment AS "leastEnrolment", (SELECT COUNT(*) FROM enrolment e WHERE e.cohort_id = c.id AND e.state = 'confirmed') AS "confirmed"
      FROM cohort c JOIN course_version v ON v.id = c.course_version_id
      WHERE c.state = 'tentative' AND c.decision_on <= ${daysAfter(today, DECISION_NOTICE_DAYS)} AND c.ends_on >= ${today}
        AND (SELECT COUNT(*) FROM enrolment e WHERE e.cohort_id = c.id AND e.state = 'confirmed') < c.least_enrolment
      ORDER BY c.decision_on, c.code`;
  }

  protected taskOf({ code, titleZh, titleEn, decisionOn, startsOn, leastEnrolment, confirmed }: CohortToDecide): Task {
    return {
      kind: this.kind,
      due: decisionOn,
      href: `/office/cohorts/${code}`,
      code,
      titleZh,
      titleEn,
      values: { confirmed: Number(confirmed), least: leastEnrolment, startsOn },
    };
  }
}
