/** Reproducible random numbers (mulberry32): the same seed gives the same numbers. */
export class Randomness {
  constructor(private state: number) {}

  /** From 0 up to `end`, exclusive. */
  below(end: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * end);
  }

  chance(ofAHundred: number): boolean {
    return this.below(100) < ofAHundred;
  }

  one<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)]!;
  }

  some<T>(choices: readonly T[], most: number): T[] {
    return choices.length === 0 ? [] : Array.from({ length: this.below(most + 1) }, () => this.one(choices));
  }
}
