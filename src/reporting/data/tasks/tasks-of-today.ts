import { Injectable } from '@nestjs/common';
import type { TaskTime } from '../../domain/tasks.js';
import { CertificatesToIssue, type CohortToCertify } from './certificates-to-issue.js';
import { type CohortToComplete, CohortsToComplete } from './cohorts-to-complete.js';
import { type CohortToDecide, CohortsToDecide } from './cohorts-to-decide.js';
import { type SessionToStaff, SessionsToStaff } from './sessions-to-staff.js';
import { Tasks } from './tasks.js';

export interface TodaysTasks {
  readonly count: number;
  readonly toDecide: readonly CohortToDecide[];
  readonly toStaff: readonly SessionToStaff[];
  readonly toComplete: readonly CohortToComplete[];
  readonly toIssue: readonly CohortToCertify[];
}

/** The tasks that the office's first page words itself, and the number of tasks of each kind. */
@Injectable()
export class TasksOfToday {
  constructor(
    private readonly tasks: Tasks,
    private readonly toDecide: CohortsToDecide,
    private readonly toStaff: SessionsToStaff,
    private readonly toComplete: CohortsToComplete,
    private readonly toIssue: CertificatesToIssue,
  ) {}

  async read(at: TaskTime): Promise<TodaysTasks> {
    const [count, toDecide, toStaff, toComplete, toIssue] = await Promise.all([
      this.tasks.total(at),
      this.toDecide.rows(at),
      this.toStaff.rows(at),
      this.toComplete.rows(at),
      this.toIssue.rows(at),
    ]);
    return { count, toDecide, toStaff, toComplete, toIssue };
  }
}
