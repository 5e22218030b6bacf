import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { LessThan } from 'typeorm';
import { AcademyProfile } from '../../accounts/index.js';
import {
  A_DAY,
  type QueryFunction,
  type NewBackup,
  type BackupSettings,
  Clock,
  CONFIG,
  type Config,
  Keys,
  LOGGER,
  newId,
  ReadDatabase,
  stampOf,
  startBackup,
  SYSTEM,
  removeLeftovers,
  type Transaction,
  UnitOfWork,
} from '../../platform/index.js';
import { BackupRun } from '../data/backup-run.entity.js';
import { latestRun } from '../data/backup-runs.js';
import { hasDied, isDue } from '../domain/schedule.js';
import { nameOfScheduled, removeExpiredBackups } from './remove-expired-backups.js';
import { requestBackup } from './request-backup.js';

const SIGN_OF_LIFE = 30_000;
const RUNS_KEPT = 400 * A_DAY;

interface ClaimedRun {
  readonly id: string;
  readonly file: string;
  readonly at: number;
  /** The file of a previous run whose process has died. */
  readonly died: string | null;
}

/** Makes a backup when one is due, removes expired ones, and records the run. */
@Injectable()
export class MakeScheduledBackup implements OnModuleDestroy {
  private readonly stopping = new AbortController();
  private readonly query: QueryFunction;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly profile: AcademyProfile,
    private readonly keys: Keys,
    reads: ReadDatabase,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly log: Logger,
  ) {
    this.query = reads.query;
  }

  /** Only reads. */
  async isDue(): Promise<boolean> {
    const { backups } = this.config;
    if (backups === null || this.profile.current() === null || this.stopping.signal.aborted) return false;
    return isDue({ now: this.clock.now(), at: backups.at, last: await latestRun(this.query) });
  }

  /** Does nothing if none is due, or another process is making it. */
  async execute(): Promise<void> {
    const { backups } = this.config;
    if (backups === null || !(await this.isDue())) return;
    const run = await this.claim(backups);
    if (!run) return;
    if (run.died !== null) await removeLeftovers(run.died);
    await this.make(run, backups);
  }

  /** A stopping process does not wait for a copy of gigabytes: the next start makes it anew. */
  onModuleDestroy(): void {
    this.stopping.abort();
  }

  private claim({ dir, at }: BackupSettings): Promise<ClaimedRun | null> {
    return this.write(async (tx) => {
      const last = await latestRun(tx.query);
      if (!isDue({ now: tx.now, at, last })) return null;
      const died = last && hasDied(last, tx.now) ? last : null;
      if (died)
        await tx
          .of(BackupRun)
          .update({ id: died.id }, { state: 'failed', endedAt: tx.now, fault: 'The process that made it ended.' });
      const run = {
        id: newId(),
        file: join(dir, nameOfScheduled(stampOf(tx.now))),
        at: tx.now,
        died: died?.file ?? null,
      };
      await tx.of(BackupRun).insert({
        id: run.id,
        state: 'running',
        startedAt: tx.now,
        aliveAt: tx.now,
        endedAt: null,
        file: run.file,
        bytes: null,
        removed: null,
        fault: null,
      });
      return run;
    });
  }

  private async make({ id, file, at }: ClaimedRun, { dir, keep }: BackupSettings): Promise<void> {
    const alive = setInterval(
      () =>
        void this.note(id, { aliveAt: this.clock.now() }).catch((fault: unknown) =>
          this.log.warn({ err: fault }, 'could not record the heartbeat of a backup'),
        ),
      SIGN_OF_LIFE,
    );
    try {
      await mkdir(dir, { recursive: true, mode: 0o700 });
      const made: NewBackup = await startBackup(
        requestBackup(this.config, { file, force: false, at, madeBy: 'schedule' }),
        this.stopping.signal,
      );
      await this.note(id, { state: 'done', endedAt: this.clock.now(), bytes: made.bytes });
      this.log.info({ file, bytes: made.bytes, sha256: made.manifest.database.sha256 }, 'backup made');
      const removed = await removeExpiredBackups(dir, { keep, key: this.keys.forBackups, now: at });
      await this.note(id, { removed });
    } catch (fault) {
      await this.failed({ id, file }, fault);
    } finally {
      clearInterval(alive);
    }
  }

  private async failed({ id, file }: { readonly id: string; readonly file: string }, fault: unknown): Promise<void> {
    await removeLeftovers(file);
    if (this.stopping.signal.aborted) {
      await this.write((tx) =>
        tx
          .of(BackupRun)
          .delete({ id, state: 'running' })
          .then(() => undefined),
      );
      return;
    }
    this.log.error({ err: fault }, 'the scheduled backup failed; it is tried again in an hour');
    await this.write(async (tx) => {
      await tx.of(BackupRun).update({ id, state: 'running' }, { state: 'failed', endedAt: tx.now });
      await tx
        .of(BackupRun)
        .update({ id }, { fault: (fault instanceof Error ? fault.message : String(fault)).slice(0, 2000) });
    });
  }

  private note(id: string, reached: Partial<BackupRun>): Promise<void> {
    return this.write(async (tx) => {
      await tx.of(BackupRun).update({ id }, reached);
      await tx.of(BackupRun).delete({ startedAt: LessThan(tx.now - RUNS_KEPT) });
    });
  }

  private write<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.unitOfWork.run(SYSTEM, (tx) => {
      tx.withoutAudit('what becomes of backups is upkeep, and has its own table');
      return work(tx);
    });
  }
}
