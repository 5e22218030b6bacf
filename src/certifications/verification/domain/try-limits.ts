import type { Verification } from '../../core/domain/index.js';
import { A_DAY } from '../../../platform/durations.js';

/*
 * A verifier must already have both number and name. Anybody who tries many names with one number, one name with many
 * numbers, or misses too often is searching: answers are withheld for a day. See docs/decisions/0038.
 */

export const TRY_KINDS = ['miss', 'match'] as const;
export type TryKind = (typeof TRY_KINDS)[number];

/** Milliseconds for which a try counts. */
export const TRIES_COUNT_FOR = A_DAY;
/** Different names that may miss for one number. */
export const MOST_NAMES = 10;
/** Different numbers that may miss for one name. */
export const MOST_NUMBERS = 10;
/** Misses that everybody may have. Who matches more certificates than this may miss as often as they matched. */
export const MINIMUM_MISS_LIMIT = 200;

/** Why an answer is withheld: too many names for this number, numbers for this name, or misses in total. */
export const WITHHELD = ['number', 'name', 'misses'] as const;
export type Withheld = (typeof WITHHELD)[number];
/** Reasons that alarm the office. Many names for one number may be one applicant whose name has many spellings. */
export const ALARMS = ['name', 'misses'] as const satisfies readonly Withheld[];
export type Alarm = (typeof ALARMS)[number];

/** Tries of one asker within the last day, as far as the current questions need them. */
export interface PriorTries {
  /** All misses; each pair of number and name counts once. */
  readonly misses: number;
  /** Different certificates that matched. */
  readonly matches: number;
  /** Misses with the numbers or names of the current questions. */
  readonly missed: readonly TryPair[];
  /** Numbers of the current questions that matched before and are recorded. */
  readonly matched: readonly string[];
}

export interface TryPair {
  readonly numberKey: string;
  readonly nameKey: string;
}

/** Counts questions one by one and withholds answers from the limit on. */
export class TryCount {
  readonly newMisses: TryPair[] = [];
  readonly newMatches: string[] = [];
  readonly withheld = new Map<Withheld, number>();
  private readonly namesOf = new Map<string, Set<string>>();
  private readonly numbersOf = new Map<string, Set<string>>();
  private readonly matched: Set<string>;
  private missed: number;
  private agreed: number;

  constructor({ misses, matches, missed, matched }: PriorTries) {
    this.missed = misses;
    this.agreed = matches;
    this.matched = new Set(matched);
    for (const pair of missed) this.note(pair);
  }

  get misses(): number {
    return this.missed;
  }

  /**
   * Counts the matches of the current questions before their misses, so that a list may begin with its errors. Once a
   * limit is reached nothing counts: the caller must not learn whether a pair would have matched.
   */
  agree(pairs: readonly TryPair[]): void {
    if (this.exhausted) return;
    for (const pair of pairs) {
      if (this.matched.has(pair.numberKey) || this.limitOn(pair)) continue;
      this.matched.add(pair.numberKey);
      this.newMatches.push(pair.numberKey);
      this.agreed += 1;
    }
  }

  /** `null`: the answer may be given; a miss has been counted. */
  judge(pair: TryPair, { verdict, slip }: Pick<Verification, 'verdict' | 'slip'>): Withheld | null {
    // A wrong check character was found without a lookup.
    if (slip) return null;
    const withheld = this.limitOn(pair);
    if (withheld) this.withheld.set(withheld, (this.withheld.get(withheld) ?? 0) + 1);
    else if (verdict === 'notFound') this.miss(pair);
    return withheld;
  }

  private get exhausted(): boolean {
    return this.missed >= Math.max(MINIMUM_MISS_LIMIT, this.agreed);
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
    this.newMisses.push(pair);
    this.missed += 1;
  }

  private note({ numberKey, nameKey }: TryPair): void {
    setFor(this.namesOf, numberKey).add(nameKey);
    setFor(this.numbersOf, nameKey).add(numberKey);
  }
}

const NONE: ReadonlySet<string> = new Set();

function setFor(sets: Map<string, Set<string>>, key: string): Set<string> {
  const members = sets.get(key) ?? new Set<string>();
  sets.set(key, members);
  return members;
}
