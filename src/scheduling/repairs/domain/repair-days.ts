import { dayOf, daysAfter, instantOf, daysBetween } from '../../../platform/clock.js';
import { type AcademyCalendar, type AcademyDay, isClosed } from '../../core/domain/index.js';

/** A day that sessions may move to, or stand on now. */
export interface RepairDay extends AcademyDay {
  /** Days since the first of the table. */
  readonly at: number;
  /** Epoch milliseconds. */
  readonly midnight: number;
  readonly closed: boolean;
  /** A make-up workday is a workday; a holiday is what its weekday would be. */
  readonly isWeekend: boolean;
}

/** The days of a repair, each asked of the calendar once. */
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

  /** Both included, as far as the table reaches. */
  between(first: string, last: string): RepairDay[] {
    return this.#days.filter(({ date }) => first <= date && date <= last);
  }
}
