interface QueuedTask {
  /** Whose task it is; `null` if it does not matter. */
  readonly key: string | null;
}

/** Waiting tasks. Of one key, only one task runs at a time, and the keys take turns. */
export class TaskQueue<T extends QueuedTask> {
  private waiting: T[] = [];
  private readonly running = new Set<T>();

  /** @param mostOfOneKey tasks of one key that may wait, so that it does not fill the queue alone */
  constructor(
    private readonly most: number,
    private readonly mostOfOneKey: number,
  ) {}

  add(task: T): void {
    this.waiting.push(task);
  }

  /**
   * The task that must go once `added` waits; `null` if none must. If too many of its key are waiting, it goes itself.
   * If too many are waiting in total, the last one of the key with the most goes, so that a few keys cannot keep others
   * out: `added` only if no other key has more.
   */
  surplus(added: T): T | null {
    const waitingOf = ({ key }: T): T[] => this.waiting.filter((one) => key !== null && one.key === key);
    if (waitingOf(added).length > this.mostOfOneKey) return added;
    if (this.waiting.length <= this.most) return null;
    let most = waitingOf(added);
    for (const one of this.waiting) if (waitingOf(one).length > Math.max(most.length, 1)) most = waitingOf(one);
    return most.at(-1) ?? added;
  }

  /** The next task that may run. Another one of its key comes after all others that wait now. */
  next(): T | null {
    const task = this.waiting.find(({ key }) => key === null || ![...this.running].some((one) => one.key === key));
    if (!task) return null;
    const isSame = (one: T): boolean => task.key !== null && one.key === task.key;
    const left = this.waiting.filter((one) => one !== task);
    this.waiting = [...left.filter((one) => !isSame(one)), ...left.filter(isSame)];
    this.running.add(task);
    return task;
  }

  /** It ended, so the next one of its key may run. */
  end(task: T): void {
    this.running.delete(task);
  }

  /** @returns whether it was waiting */
  remove(task: T): boolean {
    const at = this.waiting.indexOf(task);
    if (at >= 0) this.waiting.splice(at, 1);
    return at >= 0;
  }

  removeAll(): T[] {
    return this.waiting.splice(0);
  }
}
