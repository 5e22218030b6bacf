import { Inject, Injectable } from '@nestjs/common';
import type { Right } from '../../../accounts/index.js';
import { failingSince, lastGoodRun, latestRun, standingOf } from '../../../operations/index.js';
import { CONFIG, type Config, dayOf, ReadDatabase } from '../../../platform/index.js';
import type { Task, TaskTime } from '../../domain/tasks.js';
import type { TaskSource } from './task-source.js';

/** Scheduled backups that fail or are not made: one task until the next successful one. */
@Injectable()
export class BackupToSeeTo implements TaskSource {
  readonly kind = 'backup';
  readonly right: Right = 'academy.configure';

  constructor(
    private readonly reads: ReadDatabase,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async count(at: TaskTime): Promise<number> {
    return (await this.tasks(at)).length;
  }

  async tasks({ now }: TaskTime): Promise<Task[]> {
    const { backups } = this.config;
    if (backups === null) return [];
    const { query } = this.reads;
    const [last, lastGood] = [await latestRun(query), await lastGoodRun(query)];
    const standing = standingOf({ now, scheduled: true, last, lastGoodAt: lastGood?.startedAt ?? null });
    if (standing !== 'failed' && standing !== 'overdue') return [];
    const since = dayOf(lastGood?.startedAt ?? (await failingSince(query)) ?? now);
    const values = { since, fault: last?.fault ?? '—' };
    return [
      {
        kind: this.kind,
        due: since,
        href: '/office/backups',
        code: backups.dir,
        titleZh: '自动备份',
        titleEn: 'Scheduled backups',
        values,
      },
    ];
  }
}
