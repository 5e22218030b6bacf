import { Controller, Get, Inject } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import {
  Clock,
  CONFIG,
  type Config,
  CurrentContext,
  Keys,
  type Page,
  ReadDatabase,
  type RequestContext,
} from '../../platform/index.js';
import { lastGoodRun, latestRuns } from '../data/backup-runs.js';
import { standingOf } from '../domain/schedule.js';
import { backupsPage, runView, standingFlags } from './backups.page.js';

const SHOWN = 30;

/** The runs of scheduled backups. */
@Controller('office/backups')
@Requires('academy.configure')
export class BackupsController {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly keys: Keys,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  async index(@CurrentContext() context: RequestContext): Promise<Page> {
    const { query } = this.reads;
    const { backups } = this.config;
    const [runs, lastGood] = [await latestRuns(query, SHOWN), await lastGoodRun(query)];
    const last = runs[0] ?? null;
    const standing = standingOf({
      now: this.clock.now(),
      scheduled: backups !== null,
      last,
      lastGoodAt: lastGood?.startedAt ?? null,
    });
    return backupsPage({
      ...standingFlags(standing),
      fault: last?.fault ?? null,
      lastGoodAt: lastGood?.startedAt ?? null,
      lastGoodFile: lastGood?.file ?? null,
      dir: backups?.dir ?? '',
      at: backups?.at ?? '',
      keepWord: backups ? context.translator.t('backup.keep_text', { ...backups.keep }) : '',
      keyWord: context.translator.t('backup.key_text', { fingerprint: this.keys.forBackups.fingerprint }),
      runs: runs.map((run) => runView(run, context)),
    });
  }
}
