import { extname } from 'node:path';
import type { TransferListItem } from 'node:worker_threads';
import { PoolClosed, type Task, type TaskOutcome, TaskWorker, type WorkerLimits } from './task-worker.js';

export interface PoolSettings extends WorkerLimits {
  /** The module that each worker runs; it calls `answerTasks`. */
  readonly file: URL;
  readonly mostWorkers: number;
  /** Tasks that may wait while all workers are busy. */
  readonly mostWaiting: number;
  /** Milliseconds that a task may wait to be started; `null`: no limit. */
  readonly longestWait: number | null;
}

/**
 * Worker threads, started on demand and ended when idle. A task that takes too long or too much memory is ended with
 * its worker; the others continue in a new one.
 */
export class WorkerPool<Input, Result> {
  private readonly waiting: Task<Input, Result>[] = [];
  private readonly idle: TaskWorker<Input, Result>[] = [];
  private readonly all = new Set<TaskWorker<Input, Result>>();
  private closed = false;

  constructor(private readonly settings: PoolSettings) {}

  /**
   * @param transfer buffers in `input` that are transferred instead of copied; they are empty afterwards
   * @throws PoolClosed, and Error for what the task itself throws and for a worker that crashes
   */
  run(input: Input, transfer: readonly TransferListItem[] = []): Promise<TaskOutcome<Result>> {
    return new Promise((resolve, reject) => {
      if (this.closed) return reject(new PoolClosed());
      const { longestWait, mostWaiting } = this.settings;
      const timer = longestWait === null ? undefined : setTimeout(() => this.refuse(task), longestWait);
      const task: Task<Input, Result> = {
        input,
        transfer,
        settle: (outcome) => {
          clearTimeout(timer);
          resolve(outcome);
        },
        fail: (fault) => {
          clearTimeout(timer);
          reject(fault);
        },
      };
      this.waiting.push(task);
      this.begin();
      if (this.waiting.length > mostWaiting) this.refuse(task);
    });
  }

  /** Ends running tasks and refuses new ones. */
  async close(): Promise<void> {
    this.closed = true;
    for (const { fail } of this.waiting.splice(0)) fail(new PoolClosed());
    await Promise.all([...this.all].map((worker) => worker.close()));
  }

  private begin(): void {
    const task = this.waiting[0];
    const worker = task && !this.closed ? (this.idle.pop() ?? this.start()) : null;
    if (!task || !worker) return;
    this.waiting.shift();
    worker.take(task);
  }

  private start(): TaskWorker<Input, Result> | null {
    if (this.all.size >= this.settings.mostWorkers) return null;
    const worker: TaskWorker<Input, Result> = new TaskWorker(this.settings.file, this.settings, {
      free: () => {
        this.idle.push(worker);
        this.begin();
      },
      ended: () => {
        this.all.delete(worker);
        const at = this.idle.indexOf(worker);
        if (at >= 0) this.idle.splice(at, 1);
        this.begin();
      },
    });
    this.all.add(worker);
    return worker;
  }

  private refuse(task: Task<Input, Result>): void {
    const at = this.waiting.indexOf(task);
    if (at < 0) return;
    this.waiting.splice(at, 1);
    task.settle({ kind: 'busy' });
  }
}

/** The module of a worker beside its caller: `.ts` beside TypeScript, `.js` once compiled. */
export function workerFile(name: string, askedBy: string): URL {
  return new URL(`./${name}${extname(askedBy)}`, askedBy);
}
