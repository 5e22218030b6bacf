import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import sql from 'sql-template-tag';
import { Not } from 'typeorm';
import { type Actor, SYSTEM } from '../actor.js';
import { Clock, Stopwatch } from '../clock.js';
import { type QueryFunction, ReadDatabase } from '../database/read-database.js';
import type { Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { newId } from '../ids.js';
import { LOGGER } from '../log.js';
import { Job } from './job.entity.js';
import { actorIn, type Progress, readProgress } from './job-progress.js';
import { PutOffJobs } from './put-off-jobs.js';
import { RunningTurn, type TaskTurn } from './task-turn.js';
import { Ticker } from './ticker.js';
import { yieldToRequests } from './yielding.js';

/** The result of one step. `done` counts all items so far, including those that failed. */
export interface StepResult {
  readonly done: number;
  readonly finished: boolean;
}

interface NewJob {
  readonly kind: string;
  readonly subjectId: string;
  /** Number of items. */
  readonly total: number;
  readonly waits?: boolean;
}

export interface JobUnderWay {
  readonly id: string;
  readonly subjectId: string;
  readonly actor: Actor;
  /** Aborted if another process may have taken this work over, or this one is stopping: a long step may end early. */
  readonly signal: AbortSignal;
}

/**
 * One step of a kind of long work: at most a second, in transactions of its own. It reads the progress from the
 * database, so that it can be repeated after a crash and may run beside the same step in another process. A step that
 * keeps the thread busy yields by a `TimeBudget`.
 */
export type Step = (job: JobUnderWay) => Promise<StepResult>;

const TASK = 'jobs';
const EVERY = 2_000;
/**
 * Milliseconds. Requests get as much time as the previous step took, but a slow client cannot delay work for longer.
 */
const LONGEST_YIELD = 500;

/** Long work, done in steps beside the requests. Any process can stop it, resume it, or continue it after a restart. */
@Injectable()
export class Jobs {
  private readonly steps = new Map<string, Step>();
  /** Jobs whose last step failed: it is retried once before the job fails. */
  private readonly faltering = new Set<string>();
  private readonly putOff = new PutOffJobs();
  private begun = false;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly ticker: Ticker,
    @Inject(LOGGER) private readonly log: Logger,
  ) {
    ticker.every({ name: TASK, every: EVERY, due: () => this.anyRunning(), work: (turn) => this.work(turn) });
    unitOfWork.onCommit(() => this.wakeIfBegun());
  }

  /** Registers the step of a kind of work. */
  define(kind: string, step: Step): void {
    this.steps.set(kind, step);
  }

  /** Starts a job once the transaction has committed; if `waits`, only with `begin`. Returns the job's id. */
  async start(tx: Transaction, { kind, subjectId, total, waits = false }: NewJob): Promise<string> {
    const id = newId();
    await tx.of(Job).insert({
      id,
      kind,
      subjectId,
      state: waits ? 'stopped' : 'running',
      done: 0,
      total,
      actor: tx.actor,
      createdAt: tx.now,
      endedAt: null,
      fault: null,
    });
    this.begun = true;
    return id;
  }

  /**
   * Finishes the running step and starts no other. A job that has failed is stopped too: it could be resumed.
   * @param isLeft the caller knows that work is left, whatever the job's row says
   */
  async stop(tx: Transaction, id: string, isLeft = false): Promise<void> {
    await tx.of(Job).update(isLeft ? { id } : { id, state: Not('done') }, { state: 'stopped', endedAt: tx.now });
  }

  /** Starts a job that waits (`start`). The person who starts it is the one as whom it acts. */
  async begin(tx: Transaction, id: string): Promise<void> {
    const started = { state: 'running' as const, actor: tx.actor, createdAt: tx.now, endedAt: null };
    await tx.of(Job).update({ id, state: 'stopped', done: 0 }, started);
    this.begun = true;
  }

  /** Removes a job that is not running, with what it was about. */
  async remove(tx: Transaction, id: string): Promise<void> {
    await tx.of(Job).delete({ id, state: Not('running') });
  }

  /** Continues a job that was stopped or has failed. @param isLeft as for `stop` */
  async resume(tx: Transaction, id: string, isLeft = false): Promise<void> {
    for (const state of ['stopped', 'failed', ...(isLeft ? (['done'] as const) : [])] as const)
      await tx.of(Job).update({ id, state }, { state: 'running', endedAt: null, fault: null });
    this.begun = true;
  }

  async progressOf(query: QueryFunction, id: string): Promise<Progress | null> {
    return (await readProgress(query, sql`id = ${id}`, this.clock.now()))[0] ?? null;
  }

  /** The jobs of one kind about one subject, newest first. */
  about(
    query: QueryFunction,
    { kind, subjectId }: { readonly kind: string; readonly subjectId: string },
  ): Promise<Progress[]> {
    return readProgress(query, sql`kind = ${kind} AND subject_id = ${subjectId}`, this.clock.now());
  }

  /** Runs all remaining steps, even if timers are off. */
  async finish(): Promise<void> {
    await this.work(new RunningTurn());
  }

  private wakeIfBegun(): void {
    if (!this.begun) return;
    this.begun = false;
    this.ticker.wake(TASK);
  }

  /**
   * One step of each job in turn, so that a long job does not delay a short one; requests are answered between steps.
   */
  private async work(turn: TaskTurn): Promise<void> {
    for (let running = await this.due(); running.length > 0; running = await this.due()) {
      for (const job of running) {
        if (!turn.stillHolds()) return;
        const busy = new Stopwatch();
        await this.step(job, turn);
        await yieldToRequests(Math.min(busy.elapsed(), LONGEST_YIELD));
      }
    }
  }

  private async step(job: Job, turn: TaskTurn): Promise<void> {
    try {
      const step = this.steps.get(job.kind);
      if (!step) throw new Error(`Nothing knows how to do ${job.kind}`);
      const { done, finished } = await step({ ...job, signal: turn.signal });
      this.faltering.delete(job.id);
      this.putOff.remove(job.id);
      await this.note(job, finished ? { done, state: 'done', endedAt: this.clock.now() } : { done });
    } catch (fault) {
      await this.failed(job, turn, fault);
    }
  }

  /** The same step in two processes, or a stop in the middle of one, does not make a job fail. */
  private async failed(job: Job, turn: TaskTurn, fault: unknown): Promise<void> {
    const context = { err: fault, job: job.id, kind: job.kind };
    if (!turn.stillHolds()) return this.log.warn(context, 'a step of long work was cut off; it is taken again');
    if (this.putOff.add(job.id, fault, this.clock.now())) return;
    if (!this.faltering.delete(job.id)) {
      this.faltering.add(job.id);
      return this.log.warn(context, 'a step of long work failed; it is taken once more');
    }
    this.putOff.remove(job.id);
    this.log.error(context, 'long work failed; it can be resumed');
    await this.note(job, { state: 'failed', endedAt: this.clock.now(), fault: String(fault) });
  }

  private async due(): Promise<Job[]> {
    const now = this.clock.now();
    return (await this.running()).filter(({ id }) => this.putOff.isDue(id, now));
  }

  private note({ id }: Job, reached: Partial<Job>): Promise<void> {
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      tx.withoutAudit('how far long work has come is upkeep');
      const { state, ...counted } = reached;
      await tx.of(Job).update({ id }, counted);
      if (state) await tx.of(Job).update({ id, state: 'running' }, { state });
    });
  }

  private async anyRunning(): Promise<boolean> {
    return (await this.reads.query(sql`SELECT 1 AS "one" FROM job WHERE state = 'running' LIMIT 1`)).length > 0;
  }

  private async running(): Promise<Job[]> {
    const rows = await this.reads.query<Omit<Job, 'actor'> & { actor: string }>(sql`
      SELECT id AS "id", kind AS "kind", subject_id AS "subjectId", state AS "state", done AS "done", total AS "total", actor AS "actor",
        created_at AS "createdAt", ended_at AS "endedAt", fault AS "fault"
      FROM job WHERE state = 'running' ORDER BY created_at, id`);
    return rows.map((row) => ({ ...row, actor: actorIn(row.actor) }));
  }
}
