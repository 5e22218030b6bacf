import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { Busy } from '../busy.js';
import { Clock } from '../clock.js';
import { ReadDatabase } from '../database/read-database.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { LOGGER } from '../log.js';
import { Heartbeat } from './heartbeat.js';
import { Leases } from './leases.js';
import { RunningTurn, type TaskTurn } from './task-turn.js';
import { BACKGROUND_TIMING, type BackgroundTiming } from './timing.js';

export interface RecurringTask {
  readonly name: string;
  /** Milliseconds from the end of one run to the next check. */
  readonly every: number;
  /** Whether there is something to do. Must be cheap and only read; called each time before anything is written. */
  readonly due: () => Promise<boolean>;
  /** May take longer than its lease, which is renewed meanwhile; must be safe if two processes run it at once. */
  readonly work: (turn: TaskTurn) => Promise<void>;
}

interface ScheduledTask extends RecurringTask {
  timer: NodeJS.Timeout | null;
  running: Promise<void> | null;
  turn: RunningTurn | null;
  wokenMeanwhile: boolean;
}

const AFTER_A_COMMIT = 50;
/** Milliseconds after which a due task that another process is running is checked again. */
const WHILE_ANOTHER_HOLDS_IT = 2_000;

/**
 * Recurring tasks. Each is run by one process at a time, under a lease in the database that is renewed while the task
 * runs and released at its end. Nothing is written if nothing is due.
 */
@Injectable()
export class Ticker implements BeforeApplicationShutdown {
  private readonly tasks = new Map<string, ScheduledTask>();
  private readonly leases: Leases;
  private readonly byHand = new Map<RunningTurn, Promise<void>>();
  private readonly knownAsAbandoned = new Map<string, number>();
  private watching: NodeJS.Timeout | null = null;
  private started = false;
  private stopping = false;
  /** Timers must not inherit the request or transaction in which they happened to be set. */
  private readonly outsideOfAnyRequest = AsyncLocalStorage.snapshot();

  constructor(
    unitOfWork: UnitOfWork,
    reads: ReadDatabase,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly log: Logger,
    @Inject(BACKGROUND_TIMING) private readonly timing: BackgroundTiming,
  ) {
    this.leases = new Leases(unitOfWork, reads, timing.lease);
  }

  /** Registers a task. It runs only after `start`, or if a test calls `runNow`. */
  every(task: RecurringTask): void {
    this.tasks.set(task.name, { ...task, timer: null, running: null, turn: null, wokenMeanwhile: false });
  }

  start(): void {
    this.started = true;
    for (const task of this.tasks.values()) this.schedule(task, 0);
    this.watching = setInterval(() => void this.watch(), this.timing.lease);
    this.watching.unref();
  }

  /** Runs a task early, if it has something to do. */
  wake(name: string): void {
    const task = this.tasks.get(name);
    if (!this.started || !task) return;
    if (!task.running) return this.schedule(task, AFTER_A_COMMIT);
    task.wokenMeanwhile = true;
    task.turn?.wake();
  }

  /** Runs one task to its end, even if timers are off. */
  async runNow(name: string): Promise<void> {
    const task = this.tasks.get(name);
    if (!task) return;
    const turn = new RunningTurn();
    const work = task.work(turn);
    this.byHand.set(
      turn,
      work.catch(() => undefined),
    );
    await work.finally(() => this.byHand.delete(turn));
  }

  /** Ends the tasks while everything they use is still open: databases, email and workers are closed after this. */
  async beforeApplicationShutdown(): Promise<void> {
    this.started = false;
    this.stopping = true;
    if (this.watching) clearInterval(this.watching);
    for (const task of this.tasks.values()) {
      if (task.timer) clearTimeout(task.timer);
      task.turn?.end();
    }
    for (const turn of this.byHand.keys()) turn.end();
    const running = [...this.tasks.values()].flatMap((task) => task.running ?? []);
    const ended = Promise.all([...running, ...this.byHand.values()]).then(() => true);
    if (await Promise.race([ended, wait(this.timing.stop, false, { ref: false })])) return;
    const late = [...this.tasks.values()].filter((task) => task.running !== null).map(({ name }) => name);
    this.log.warn({ tasks: late }, 'stopped in the middle of recurring tasks; they go on at the next start');
  }

  private schedule(task: ScheduledTask, delay: number): void {
    if (task.timer) clearTimeout(task.timer);
    task.timer = this.outsideOfAnyRequest(() => setTimeout(() => void this.run(task), delay));
    task.timer.unref();
  }

  private async run(task: ScheduledTask): Promise<void> {
    if (task.running || !this.started) return;
    task.wokenMeanwhile = false;
    let next = task.every;
    task.running = this.attempt(task).then((delay) => {
      next = delay;
    });
    await task.running;
    task.running = null;
    if (this.started) this.schedule(task, task.wokenMeanwhile ? AFTER_A_COMMIT : next);
  }

  /** Returns after how many milliseconds to check again. */
  private async attempt(task: ScheduledTask): Promise<number> {
    try {
      if (!(await task.due()) || !this.started) return task.every;
      const until = await this.leases.take(task.name, this.clock.now());
      if (until === null) return Math.min(task.every, WHILE_ANOTHER_HOLDS_IT);
      await this.workUnderLease(task, until);
    } catch (fault) {
      if (this.stopping) this.log.warn({ err: fault, task: task.name }, 'recurring task was cut off by the stop');
      else if (fault instanceof Busy)
        this.log.warn({ err: fault, task: task.name }, 'busy: recurring task is tried again');
      else this.log.error({ err: fault, task: task.name }, 'recurring task failed; it is tried again');
    }
    return task.every;
  }

  private async workUnderLease(task: ScheduledTask, taken: number): Promise<void> {
    let until: number | null = taken;
    const turn = new RunningTurn(() => until !== null && this.clock.now() < until);
    const heartbeat = new Heartbeat(this.timing.lease / 3, async () => {
      try {
        until = await this.leases.renew(task.name);
      } catch (fault) {
        this.log.warn({ err: fault, task: task.name }, 'could not renew a lease');
      }
      if (!turn.stillHolds() && !this.stopping)
        this.log.warn({ task: task.name }, 'lost the lease of a recurring task');
    });
    task.turn = turn;
    if (!this.started) turn.end();
    try {
      await task.work(turn);
    } finally {
      task.turn = null;
      turn.end();
      await heartbeat.stop();
      await this.leases.release(task.name);
    }
  }

  /** A task whose process was lost is taken over once its lease has expired, however rarely it usually runs. */
  private async watch(): Promise<void> {
    try {
      for (const { name, until } of await this.leases.abandoned(this.clock.now())) {
        const task = this.tasks.get(name);
        if (!task || task.running || this.knownAsAbandoned.get(name) === Number(until)) continue;
        this.knownAsAbandoned.set(name, Number(until));
        if (this.started) this.schedule(task, 0);
      }
    } catch (fault) {
      this.log.warn({ err: fault }, 'could not check for expired leases');
    }
  }
}
