import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { Act } from '../../../accounts/index.js';
import { ReadDatabase } from '../../../platform/index.js';
import type { Task, TaskTime } from '../../domain/tasks.js';

/**
 * One kind of thing that waits for the office.
 * Derived anew at every question, never stored: a task is gone when its cause is.
 * A new kind is a file here, its place in `TASK_SOURCES`, and words:
 * `task.kind_<kind>`, `task.<kind>.what`, `.why`, `.next`.
 */
export interface TaskSource {
  readonly kind: string;
  /** The right without which nobody is told of these; absent: whoever may enter the office is. */
  readonly act?: Act;
  count(at: TaskTime): Promise<number>;
  tasks(at: TaskTime): Promise<readonly Task[]>;
}

/** Every source, in the order in which kinds are offered. */
export const TASK_SOURCES = Symbol('TaskSources');

/** A source that is one query, each row a task. */
@Injectable()
export abstract class TaskQuery<Row> implements TaskSource {
  abstract readonly kind: string;

  constructor(protected readonly reads: ReadDatabase) {}

  protected abstract query(at: TaskTime): Sql;
  protected abstract taskOf(row: Row, at: TaskTime): Task;

  /** What the query finds, for pages that say it in their own words. */
  rows(at: TaskTime): Promise<Row[]> {
    return this.reads.query<Row>(this.query(at));
  }

  count(at: TaskTime): Promise<number> {
    return this.reads.count(sql`SELECT COUNT(*) AS "count" FROM (${this.query(at)}) task`);
  }

  async tasks(at: TaskTime): Promise<Task[]> {
    return (await this.rows(at)).map((row) => this.taskOf(row, at));
  }
}
