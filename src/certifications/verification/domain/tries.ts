import type { Verification } from '../../core/domain/index.js';
import { A_DAY } from '../../../platform/durations.js';

/*
 * Number and name together are what a verifier must already have. Whoever asks with many names for one number, with one
 * name for many numbers, or misses without end, does not have them and searches: no more is told for a day.
 * See docs/decisions/0038.
 */

export const TRY_KINDS = ['miss', 'match'] as const;
export type TryKind = (typeof TRY_KINDS)[number];

/** How long a try counts, in milliseconds. */
export const TRIES_COUNT_FOR = A_DAY;
/** Different names that may miss with one number. */
export const MOST_NAMES = 10;
/** Different numbers that one name may miss with. */
export const MOST_NUMBERS = 10;
/** Misses that everybody has; who matches more certificates than these has as many as were matched. */
export const MISSES_IN_ANY_CASE = 200;

/** Why no more is told: too many names with this number, too many numbers with this name, too many misses at all. */
export const WITHHELD = ['number', 'name', 'misses'] as const;
export type Withheld = (typeof WITHHELD)[number];
/** Those that the office is told of: the other may be one applicant whose name is spelt in many ways. */
export const ALARMS = ['name', 'misses'] as const satisfies readonly Withheld[];
export type Alarm = (typeof ALARMS)[number];

/** What one asker tried within the last day, as far as the questions at hand need it. */
export interface TriesBefore {
  /** All misses, each pair of number and name once. */
  readonly misses: number;
  /** Different certificates that agreed. */
  readonly matches: number;
  /** Misses that have to do with these questions: their numbers, or their names. */
  readonly missed: readonly TryPair[];
  /** Numbers among the questions that agreed before and were noted. */
  readonly matched: readonly string[];
}

export interface TryPair {
  readonly numberKey: string;
  readonly nameKey: string;
}

/** Counts while questions are answered one after the other, and tells no more where a limit is reached. */
export class TryCount {
  readonly freshMisses: TryPair[] = [];
  readonly freshMatches: string[] = [];
  readonly withheld = new Map<Withheld, number>();
  private readonly namesOf = new Map<string, Set<string>>();
  private readonly numbersOf = new Map<string, Set<string>>();
  private readonly matched: Set<string>;
  private missed: number;
  private agreed: number;

  constructor({ misses, matches, missed, matched }: TriesBefore) {
    this.missed = misses;
    this.agreed = matches;
    this.matched = new Set(matched);
    for (const pair of missed) this.note(pair);
  }

  get misses(): number {
    return this.missed;
  }

  /**
   * Questions at hand whose certificates agree: they count before the misses among them do, so that a list may begin
   * with its errors. Nothing counts where a limit is reached already: whether it would have agreed must not show.
   */
  agree(pairs: readonly TryPair[]): void {
    if (this.exhausted) return;
    for (const pair of pairs) {
      if (this.matched.has(pair.numberKey) || this.limitOn(pair)) continue;
      this.matched.add(pair.numberKey);
      this.freshMatches.push(pair.numberKey);
      this.agreed += 1;
    }
  }

  /** `null`: the answer may be told, and a miss has been counted. */
  judge(pair: TryPair, { verdict, slip }: Pick<Verification, 'verdict' | 'slip'>): Withheld | null {
    // What its check character gives away was not looked up.
    if (slip) return null;
    const withheld = this.limitOn(pair);
    if (withheld) this.withheld.set(withheld, (this.withheld.get(withheld) ?? 0) + 1);
    else if (verdict === 'notFound') this.miss(pair);
    return withheld;
  }

  private get exhausted(): boolean {
    return this.missed >= Math.max(MISSES_IN_ANY_CASE, this.agreed);
  }

  private limitOn({ numberKey, nameKey }: TryPair): Withheld | null {
    const names = this.namesOf.get(numberKey) ?? NONE;
    if (names.size - (names.has(nameKey) ? 1 : 0) >= MOST_NAMES) return 'number';
    const numbers = this.numbersOf.get(nameKey) ?? NONE;
    if (numbers.size - (numbers.has(numberKey) ? 1 : 0) >= MOST_NUMBERS) return 'name';
    return this.exhausted && !names.has(nameKey) ? 'misses' : null;
  }

  private miss(pair: TryPair): void {
    if (this.namesOf.get(pair.numberKey)?.has(pair.nameKey)) return;
    this.note(pair);
    this.freshMisses.push(pair);
    this.missed += 1;
  }

  private note({ numberKey, nameKey }: TryPair): void {
    memberOf(this.namesOf, numberKey).add(nameKey);
    memberOf(this.numbersOf, nameKey).add(numberKey);
  }
}

const NONE: ReadonlySet<string> = new Set();

function memberOf(sets: Map<string, Set<string>>, key: string): Set<string> {
  const known = sets.get(key) ?? new Set<string>();
  sets.set(key, known);
  return known;
}
