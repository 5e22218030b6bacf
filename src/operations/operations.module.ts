import { Module, type OnModuleInit } from '@nestjs/common';
import { A_MINUTE, Ticker } from '../platform/index.js';
import { MakeScheduledBackup } from './actions/make-scheduled-backup.js';
import { BackupsController } from './web/backups.controller.js';

const TASK = 'backups';
const EVERY = A_MINUTE;

/** Scheduled backups and their page; checks and drills for the command line. */
@Module({ controllers: [BackupsController], providers: [MakeScheduledBackup] })
export class OperationsModule implements OnModuleInit {
  constructor(
    private readonly ticker: Ticker,
    private readonly backup: MakeScheduledBackup,
  ) {}

  onModuleInit(): void {
    this.ticker.every({ name: TASK, every: EVERY, due: () => this.backup.isDue(), work: () => this.backup.execute() });
  }
}
