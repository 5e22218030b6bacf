import { daysBetween, weekdayOf, type Weekday } from '../../../platform/clock.js';
import type { BilingualName } from './placed-session.js';

/** A fact about one day, from a holiday notice or a closure declared by the academy. */
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

/** A day of a holiday notice. */
export type NoticedDay = Exclude<DayFact, { readonly kind: 'closure' }>;

export type DayKind = 'workday' | 'weekend' | DayFact['kind'];

export interface AcademyDay {
  readonly date: string;
  readonly weekday: Weekday;
  readonly kind: DayKind;
  /** Name of the holiday or closure; for a make-up workday the name of its holiday. */
  readonly name: BilingualName | null;
  /** The weekday whose timetable a make-up workday follows, if set. */
  readonly follows: Weekday | null;
  /** Whether the notice for the day's year is published. */
  readonly yearPublished: boolean;
}

/** What to know before teaching on a day; null for an ordinary day of a published year. */
export type DayNote = 'holiday' | 'closure' | 'makeUpWorkday' | 'yearNotPublished' | null;

/** The academy's calendar: notices of any years (whose days may lie in the year before or after) and closures. */
export class AcademyCalendar {
  readonly #noticed = new Map<string, DayFact>();
  readonly #closures = new Map<string, DayFact>();
  readonly #publishedYears: ReadonlySet<number>;

  /** Later notices correct earlier ones, as in 2020, so the last fact of a day wins. */
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

  /** Make-up workdays from `first` to `last`, both included, without closures; earliest first. */
  makeUpWorkdaysBetween(first: string, last: string): AcademyDay[] {
    return [...this.#noticed.keys()]
      .filter((date) => first <= date && date <= last)
      .map((date) => this.dayOn(date))
      .filter((day) => day.kind === 'makeUpWorkday')
      .sort((a, b) => daysBetween(b.date, a.date));
  }

  // A closure takes precedence over a make-up workday, and a holiday's name over a closure's.
  #factOn(date: string): DayFact | undefined {
    const noticed = this.#noticed.get(date);
    return noticed?.kind === 'holiday' ? noticed : (this.#closures.get(date) ?? noticed);
  }
}

export function noteOn(day: AcademyDay): DayNote {
  if (day.kind === 'workday' || day.kind === 'weekend') return day.yearPublished ? null : 'yearNotPublished';
  return day.kind;
}

/** Whether the day is closed unless it is chosen explicitly. */
export function isClosed(day: Pick<AcademyDay, 'kind'>): boolean {
  return day.kind === 'holiday' || day.kind === 'closure';
}
