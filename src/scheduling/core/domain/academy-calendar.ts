import { daysBetween, weekdayOf, type Weekday } from '../../../platform/clock.js';
import type { Named } from './placed-session.js';

/** What is known of one day: from a notice of the State Council, or declared by the academy (a closure). */
export type DayFact =
  | { readonly kind: 'holiday'; readonly date: string; readonly name: string; readonly nameEn?: string | null }
  | {
      readonly kind: 'makeUpWorkday';
      readonly date: string;
      readonly name: string;
      readonly nameEn?: string | null;
      readonly follows?: Weekday | null;
    }
  | { readonly kind: 'closure'; readonly date: string; readonly name: string; readonly nameEn?: string | null };

/** A day that a notice of the State Council names. */
export type NoticedDay = Exclude<DayFact, { readonly kind: 'closure' }>;

export type DayKind = 'workday' | 'weekend' | DayFact['kind'];

export interface AcademyDay {
  readonly date: string;
  readonly weekday: Weekday;
  readonly kind: DayKind;
  /** The holiday's or closure's name; a make-up workday bears the name of its holiday. */
  readonly name: Named | null;
  /** The weekday whose timetable a make-up workday follows, where the academy has said so. */
  readonly follows: Weekday | null;
  /** Whether the notice for the day's own year is out. */
  readonly yearPublished: boolean;
}

/** What a person should know before teaching on a day; null is an ordinary day of a published year. */
export type DayNote = 'holiday' | 'closure' | 'makeUpWorkday' | 'yearNotPublished' | null;

/** The academy's days: notices of any years (their days may lie in the year before or after) and its own closures. */
export class AcademyCalendar {
  readonly #noticed = new Map<string, DayFact>();
  readonly #closures = new Map<string, DayFact>();
  readonly #publishedYears: ReadonlySet<number>;

  /** A later notice corrects an earlier one, as in 2020, so of two facts of a day the one given last holds. */
  constructor(days: Iterable<DayFact>, publishedYears: Iterable<number>) {
    for (const day of days) (day.kind === 'closure' ? this.#closures : this.#noticed).set(day.date, day);
    this.#publishedYears = new Set(publishedYears);
  }

  /** @param date a real day, `YYYY-MM-DD` */
  dayOn(date: string): AcademyDay {
    const weekday = weekdayOf(date);
    const fact = this.#factOn(date);
    return {
      date,
      weekday,
      kind: fact?.kind ?? (weekday > 5 ? 'weekend' : 'workday'),
      name: fact ? { zh: fact.name, en: fact.nameEn ?? fact.name } : null,
      follows: fact?.kind === 'makeUpWorkday' ? (fact.follows ?? null) : null,
      yearPublished: this.#publishedYears.has(Number(date.slice(0, 4))),
    };
  }

  /** Make-up workdays from `first` to `last`, both included, that no closure takes away; earliest first. */
  makeUpWorkdaysBetween(first: string, last: string): AcademyDay[] {
    return [...this.#noticed.keys()]
      .filter((date) => first <= date && date <= last)
      .map((date) => this.dayOn(date))
      .filter((day) => day.kind === 'makeUpWorkday')
      .sort((a, b) => daysBetween(b.date, a.date));
  }

  // A closed academy teaches nobody, so a closure beats a make-up workday; a holiday's name says more than a closure's.
  #factOn(date: string): DayFact | undefined {
    const noticed = this.#noticed.get(date);
    return noticed?.kind === 'holiday' ? noticed : (this.#closures.get(date) ?? noticed);
  }
}

export function noteOn(day: AcademyDay): DayNote {
  if (day.kind === 'workday' || day.kind === 'weekend') return day.yearPublished ? null : 'yearNotPublished';
  return day.kind;
}

/** Whether nothing is taught on a day unless somebody insists by name. */
export function isClosed(day: Pick<AcademyDay, 'kind'>): boolean {
  return day.kind === 'holiday' || day.kind === 'closure';
}
