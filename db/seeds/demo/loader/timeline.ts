import type { SimulatedClock } from '../../../../src/platform/index.js';

interface TimelineEvent {
  readonly at: number;
  /** Breaks ties: events at the same time run in the order of their registration. */
  readonly order: number;
  readonly tell: () => Promise<void>;
}

/** Runs events in order of time, whatever the order of their registration; an event may add later ones. */
export class Timeline {
  readonly #heap: TimelineEvent[] = [];
  #count = 0;

  /** Events at `end` or later never run: they are left to the people who use the demo. */
  constructor(
    private readonly clock: SimulatedClock,
    private readonly end: number,
  ) {}

  at(time: number, run: () => Promise<void>): void {
    // An instant is whole milliseconds: PostgreSQL refuses fractions.
    const instant = Math.round(time);
    if (instant >= this.end) return;
    this.#heap.push({ at: instant, order: (this.#count += 1), tell: run });
    this.#rise(this.#heap.length - 1);
  }

  /** Runs all events; returns how many. */
  async runAll(): Promise<number> {
    let count = 0;
    for (let next = this.#take(); next; next = this.#take()) {
      this.clock.moveTo(Math.max(next.at, this.clock.now()));
      await next.tell();
      count += 1;
    }
    return count;
  }

  #take(): TimelineEvent | undefined {
    const first = this.#heap[0];
    const last = this.#heap.pop();
    if (first && last && first !== last) {
      this.#heap[0] = last;
      this.#sink(0);
    }
    return first;
  }

  #rise(at: number): void {
    const above = (at - 1) >> 1;
    if (at === 0 || !this.#isBefore(at, above)) return;
    this.#exchange(at, above);
    this.#rise(above);
  }

  #sink(at: number): void {
    const [left, right] = [2 * at + 1, 2 * at + 2];
    let first = at;
    if (left < this.#heap.length && this.#isBefore(left, first)) first = left;
    if (right < this.#heap.length && this.#isBefore(right, first)) first = right;
    if (first === at) return;
    this.#exchange(at, first);
    this.#sink(first);
  }

  #isBefore(one: number, other: number): boolean {
    const [a, b] = [this.#heap[one]!, this.#heap[other]!];
    return a.at === b.at ? a.order < b.order : a.at < b.at;
  }

  #exchange(one: number, other: number): void {
    [this.#heap[one], this.#heap[other]] = [this.#heap[other]!, this.#heap[one]!];
  }
}
