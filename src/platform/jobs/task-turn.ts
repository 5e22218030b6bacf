/** What a recurring task receives each time it runs. */
export interface TaskTurn {
  /** Aborted if another process may have taken the task over, or this process is stopping. */
  readonly signal: AbortSignal;
  /** Whether more work may be started. Check before each item; a running item may be finished and recorded. */
  stillHolds(): boolean;
  /** Resolves at the next `Ticker.wake` of this task, or when the turn is over. */
  woken(): Promise<void>;
}

/** A turn from the ticker's side. */
export class RunningTurn implements TaskTurn {
  private readonly ending = new AbortController();
  private readonly waiting = new Set<() => void>();

  /** @param held whether the lease is still held; without a lease, always */
  constructor(private readonly held: () => boolean = () => true) {}

  get signal(): AbortSignal {
    return this.ending.signal;
  }

  stillHolds(): boolean {
    if (!this.signal.aborted && !this.held()) this.end();
    return !this.signal.aborted;
  }

  woken(): Promise<void> {
    if (this.signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      this.waiting.add(resolve);
    });
  }

  wake(): void {
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }

  end(): void {
    this.ending.abort();
    this.wake();
  }
}
