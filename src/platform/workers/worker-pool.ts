import { extname } from 'node:path';
import type { TransferListItem } from 'node:worker_threads';
import { TaskQueue } from './task-queue.js';
import { PoolClosed, type Task, type TaskOutcome, TaskWorker, type WorkerLimits } from './task-worker.js';

export interface PoolSettings extends WorkerLimits {
  /** The module that each worker runs; it calls `answerTasks`. */
  readonly file: URL;
  readonly mostWorkers: number;
  /** Tasks that may wait while all workers are busy. */
  readonly mostWaiting: number;
  /** Those of them that may be of one key; by default all. */
  readonly mostWaitingOfOneKey?: number;
  /** Milliseconds that a task may wait to be started; `null`: no limit. */
  readonly longestWait: number | null;
}

/**
 * Worker threads, started on demand and ended when idle. A task that takes too long or too much memory is ended with
 * its worker; the others continue in a new one.
 */
export class WorkerPool<Input, Result> {
  private readonly queue: TaskQueue<Task<Input, Result>>;
  private readonly idle: TaskWorker<Input, Result>[] = [];
  private readonly all = new Set<TaskWorker<Input, Result>>();
  private closed = false;

  constructor(private readonly settings: PoolSettings) {
    this.queue = new TaskQueue(settings.mostWaiting, settings.mostWaitingOfOneKey ?? settings.mostWaiting);
  }

  /**
   * @param transfer buffers in `input` that are transferred instead of copied; they are empty afterwards
   * @param key whose task it is: tasks of one key run one at a time and take turns with those of others
   * @throws PoolClosed, and Error for what the task itself throws and for a worker that crashes
   */
  run(
    input: Input,
    transfer: readonly TransferListItem[] = [],
    key: string | null = null,
  ): Promise<TaskOutcome<Result>> {
    return new Promise((resolve, reject) => {
      if (this.closed) return reject(new PoolClosed());
      const { longestWait } = this.settings;
      const timer = longestWait === null ? undefined : setTimeout(() => this.refuse(task), longestWait);
      const end = (): void => {
        clearTimeout(timer);
        this.queue.end(task);
      };
      const task: Task<Input, Result> = {
        key,
        input,
        transfer,
        settle: (outcome) => {
          end();
          resolve(outcome);
        },
        fail: (fault) => {
          end();
          reject(fault);
        },
      };
      this.queue.add(task);
      this.begin();
      const surplus = this.queue.surplus(task);
      if (surplus) this.refuse(surplus);
    });
  }

  /** Ends running tasks and refuses new ones. */
  async close(): Promise<void> {
    this.closed = true;
    for (const { fail } of this.queue.removeAll()) fail(new PoolClosed());
    await Promise.all([...this.all].map((worker) => worker.close()));
  }

  private begin(): void {
    if (this.closed || (this.idle.length === 0 && this.all.size >= this.settings.mostWorkers)) return;
    const task = this.queue.next();
    if (!task) return;
    try {
      (this.idle.pop() ?? this.start()).take(task);
    } catch (fault) {
      // The system has no thread or memory left for another worker.
      task.fail(fault instanceof Error ? fault : new Error(String(fault)));
    }
  }

  private start(): TaskWorker<Input, Result> {
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
    if (this.queue.remove(task)) task.settle({ kind: 'busy' });
  }
}

/** The module of a worker beside its caller: `.ts` beside TypeScript, `.js` once compiled. */
export function workerFile(name: string, askedBy: string): URL {
  return new URL(`./${name}${extname(askedBy)}`, askedBy);
}
