import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { cohortRuns } from '../../../cohorts/index.js';
import type { Task, TaskTime } from '../../domain/tasks.js';
import { TaskQuery } from './task-source.js';

export interface CohortToComplete {
  readonly code: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly endsOn: string;
}

/** Cohorts whose last day is over and that are neither completed nor cancelled. */
@Injectable()
export class CohortsToComplete extends TaskQuery<CohortToComplete> {
  readonly kind = 'completion';

  protected query({ today }: TaskTime): Sql {
    return sql`
      SELECT c.code AS "code", v.title_zh AS "titleZh", v.title_en AS "titleEn", c.ends_on AS "endsOn"
      FROM cohort c JOIN course_version v ON v.id = c.course_version_id
      WHERE ${cohortRuns('c')} AND c.ends_on < ${today} ORDER BY c.ends_on, c.code`;
  }

  protected taskOf({ code, titleZh, titleEn, endsOn }: CohortToComplete): Task {
    return {
      kind: this.kind,
      due: endsOn,
      href: `/office/cohorts/${code}/completion`,
      code,
      titleZh,
      titleEn,
      values: { endsOn },
    };
  }
}
