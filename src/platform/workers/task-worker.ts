import { type TransferListItem, Worker } from 'node:worker_threads';
import type { WorkerMessage } from './answer-tasks.js';

/** How a task ended. Anything but `done` is reported to the person who requested it: it is no fault of the product. */
export type TaskOutcome<Result> =
  | { readonly kind: 'done'; readonly result: Result }
  /** It exceeded its time or memory, and its worker was ended. */
  | { readonly kind: 'tooSlow' | 'tooLarge' }
  /** Too many tasks were waiting, or it waited too long: it was never started. */
  | { readonly kind: 'busy' };

/** The process is shutting down: the task was not done, for no fault of its own. */
export class PoolClosed extends Error {
  constructor() {
    super('The worker pool is closed');
  }
}

export interface Task<Input, Result> {
  readonly key: string | null;
  readonly input: Input;
  readonly transfer: readonly TransferListItem[];
  readonly settle: (outcome: TaskOutcome<Result>) => void;
  readonly fail: (fault: Error) => void;
}

export interface WorkerLimits {
  /** Milliseconds that one task may take, not counting the loading of its worker. */
  readonly timeoutMs: number;
  /** Megabytes of V8 heap that a worker may use; `null`: as many as the process. */
  readonly memoryMb: number | null;
}

interface Listener {
  readonly free: () => void;
  readonly ended: () => void;
}

/** Milliseconds in which a worker must have loaded its modules, even on a busy machine. */
const LOADING = 30_000;
/** Milliseconds after which an idle worker is ended, to free the memory of its modules. */
const IDLE = 30_000;

/** One worker thread, which does one task at a time. It keeps the process alive only while it works. */
export class TaskWorker<Input, Result> {
  private readonly worker: Worker;
  private task: Task<Input, Result> | null = null;
  private timer: NodeJS.Timeout | null = null;
  private loaded = false;
  private over = false;

  constructor(
    file: URL,
    private readonly limits: WorkerLimits,
    private readonly listener: Listener,
  ) {
    this.worker = new Worker(
      file,
      limits.memoryMb === null ? {} : { resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb } },
    );
    this.worker.on('message', (message: WorkerMessage<Result>) => this.receive(message));
    this.worker.on('error', (fault: unknown) => this.broke(fault));
    this.worker.on('exit', (code) => this.end((task) => task.fail(new Error(`A worker ended with ${code}`))));
  }

  take(task: Task<Input, Result>): void {
    this.task = task;
    this.worker.ref();
    this.limit(this.loaded ? this.limits.timeoutMs : LOADING);
    try {
      this.worker.postMessage(task.input, task.transfer);
    } catch (fault) {
      this.end((one) => one.fail(fault instanceof Error ? fault : new Error(String(fault))));
    }
  }

  async close(): Promise<void> {
    this.end((task) => task.fail(new PoolClosed()));
    await this.worker.terminate();
  }

  private receive(message: WorkerMessage<Result>): void {
    if (this.over) return;
    if ('ready' in message) {
      this.loaded = true;
      if (this.task) this.limit(this.limits.timeoutMs);
      return;
    }
    const { task } = this;
    this.task = null;
    this.worker.unref();
    this.rest();
    if ('result' in message) task?.settle({ kind: 'done', result: message.result });
    else task?.fail(new Error(message.fault));
    this.listener.free();
  }

  private limit(milliseconds: number): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => this.end((task) => task.settle({ kind: 'tooSlow' })), milliseconds);
  }

  private rest(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.close(), IDLE);
    this.timer.unref();
  }

  private broke(fault: unknown): void {
    if ((fault as { code?: unknown } | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY')
      this.end((task) => task.settle({ kind: 'tooLarge' }));
    else this.end((task) => task.fail(fault instanceof Error ? fault : new Error(String(fault))));
  }

  /** Runs once: settles the running task, ends the thread, and lets the pool start another. */
  private end(settle: (task: Task<Input, Result>) => void): void {
    if (this.over) return;
    this.over = true;
    if (this.timer) clearTimeout(this.timer);
    void this.worker.terminate();
    const { task } = this;
    this.task = null;
    if (task) settle(task);
    this.listener.ended();
  }
}
