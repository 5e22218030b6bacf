import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { SYSTEM } from '../actor.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { newId } from '../ids.js';
import { LOGGER } from '../log.js';
import { Lease } from './lease.entity.js';

interface Task {
  readonly name: string;
  readonly every: number;
  readonly work: () => Promise<void>;
  timer: NodeJS.Timeout | null;
  running: Promise<void> | null;
}

const LEASE_MILLISECONDS = 60_000;

/** Recurring tasks: each is run by one process at a time, whose lease stands in the database. */
@Injectable()
export class Ticker implements OnApplicationShutdown {
  private readonly holder = newId();
  private readonly tasks = new Map<string, Task>();
  private started = false;

  constructor(private readonly unitOfWork: UnitOfWork, @Inject(LOGGER) private readonly log: Logger) {}

  /** Declares a task. It runs only after `start`, or when a test asks by `runNow`. */
  every(name: string, milliseconds: number, work: () => Promise<void>): void {
    this.tasks.set(name, { name, every: milliseconds, work, timer: null, running: null });
  }

  start(): void {
    this.started = true;
    for (const task of this.tasks.values()) this.schedule(task, 0);
  }

  /** Brings a task forward, when there is something for it to do. */
  wake(name: string): void {
    const task = this.tasks.get(name);
    if (this.started && task) this.schedule(task, 50);
  }

  /** Runs one task to its end, timers or not. */
  async runNow(name: string): Promise<void> {
    await this.tasks.get(name)?.work();
  }

  async onApplicationShutdown(): Promise<void> {
    this.started = false;
    for (const task of this.tasks.values()) if (task.timer) clearTimeout(task.timer);
    await Promise.all([...this.tasks.values()].flatMap(({ running }) => running ?? []));
  }

  private schedule(task: Task, delay: number): void {
    if (task.timer) clearTimeout(task.timer);
    task.timer = setTimeout(() => void this.turn(task), delay);
    task.timer.unref();
  }

  private async turn(task: Task): Promise<void> {
    if (task.running) return;
    task.running = this.attempt(task);
    await task.running;
    task.running = null;
    if (this.started) this.schedule(task, task.every);
  }

  private async attempt(task: Task): Promise<void> {
    try {
      if (await this.holdsLease(task.name)) await task.work();
    } catch (fault) {
      this.log.error({ err: fault, task: task.name }, 'recurring task failed; it is tried again');
    }
  }

  private holdsLease(name: string): Promise<boolean> {
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      tx.withoutAudit('a lease is upkeep');
      const leases = tx.of(Lease);
      await leases.createQueryBuilder().insert().values({ name, holder: this.holder, until: 0 }).orIgnore().execute();
      const taken = await leases.createQueryBuilder().update()
        .set({ holder: this.holder, until: tx.now + LEASE_MILLISECONDS })
        .where('name = :name AND (holder = :holder OR until <= :now)', { name, holder: this.holder, now: tx.now }).execute();
      if (taken.affected !== undefined) return taken.affected > 0;
      return (await leases.findOneBy({ name }))?.holder === this.holder;
    });
  }
}
