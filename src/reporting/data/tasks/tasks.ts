import { Inject, Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { byDueDay, type Task, type TaskTime } from '../../domain/tasks.js';
import { TASK_SOURCES, type TaskSource } from './task-source.js';

/** All tasks of all kinds. */
@Injectable()
export class Tasks {
  constructor(@Inject(TASK_SOURCES) private readonly sources: readonly TaskSource[]) {}

  /** The number of each kind, in the order of the sources. */
  counts(at: TaskTime): Promise<{ readonly kind: string; readonly count: number }[]> {
    return Promise.all(
      this.sourcesFor(at).map(async (source) => ({ kind: source.kind, count: await source.count(at) })),
    );
  }

  async total(at: TaskTime): Promise<number> {
    return (await this.counts(at)).reduce((sum, { count }) => sum + count, 0);
  }

  /** All of one kind, or of all kinds for `null`, by due day. */
  async all(at: TaskTime, kind: string | null): Promise<Task[]> {
    const sources = this.sourcesFor(at).filter((source) => kind === null || source.kind === kind);
    return byDueDay((await Promise.all(sources.map((source) => source.tasks(at)))).flat());
  }

  private sourcesFor({ actor }: TaskTime): readonly TaskSource[] {
    return this.sources.filter(({ right }) => right === undefined || may(actor, right));
  }
}
