import { dayOf, daysAfter, instantOf, daysBetween } from '../../../platform/clock.js';
import { type AcademyCalendar, type AcademyDay, isClosed } from '../../core/domain/index.js';

/** A day to which sessions may move, or on which they are now. */
export interface RepairDay extends AcademyDay {
  /** Days since the first day of the table. */
  readonly at: number;
  /** Epoch milliseconds. */
  readonly midnight: number;
  readonly closed: boolean;
  /** Make-up workdays count as workdays; holidays count as their weekday. */
  readonly isWeekend: boolean;
}

/** The days of a repair; caches calendar lookups. */
export class RepairDays {
  readonly #days: RepairDay[] = [];
  readonly #byDate = new Map<string, RepairDay>();

  constructor(calendar: AcademyCalendar, first: string, last: string) {
    const length = daysBetween(first, last) + 1;
    for (let at = 0; at < length; at += 1) {
      const day = calendar.dayOn(daysAfter(first, at));
      const closed = isClosed(day);
      const repairDay = {
        ...day,
        at,
        midnight: instantOf(day.date, '00:00'),
        closed,
        isWeekend: day.kind === 'weekend' || (closed && day.weekday > 5),
      };
      this.#days.push(repairDay);
      this.#byDate.set(day.date, repairDay);
    }
  }

  of(instant: number): RepairDay | null {
    return this.on(dayOf(instant));
  }

  on(date: string): RepairDay | null {
    return this.#byDate.get(date) ?? null;
  }

  /** Both included, clamped to the table. */
  between(first: string, last: string): RepairDay[] {
    return this.#days.filter(({ date }) => first <= date && date <= last);
  }
}
