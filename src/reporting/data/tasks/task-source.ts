import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { Right } from '../../../accounts/index.js';
import { ReadDatabase } from '../../../platform/index.js';
import type { Task, TaskTime } from '../../domain/tasks.js';

/**
 * One kind of task for the office. Derived on each request, never stored: a task disappears with its cause. To add a
 * kind, add a file here, its entry in `TASK_SOURCES`, and the messages `task.kind_<kind>`, `task.<kind>.what`, `.why`,
 * `.next`.
 */
export interface TaskSource {
  readonly kind: string;
  /** The right that is needed to see these tasks; absent: everybody in the office sees them. */
  readonly right?: Right;
  count(at: TaskTime): Promise<number>;
  tasks(at: TaskTime): Promise<readonly Task[]>;
}

/** All sources, in the order in which the page lists their kinds. */
export const TASK_SOURCES = Symbol('TaskSources');

/** A source that is one query, with a task for each row. */
@Injectable()
export abstract class TaskQuery<Row> implements TaskSource {
  abstract readonly kind: string;

  constructor(protected readonly reads: ReadDatabase) {}

  protected abstract query(at: TaskTime): Sql;
  protected abstract taskOf(row: Row, at: TaskTime): Task;

  /** The rows of the query, for pages with their own wording. */
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
