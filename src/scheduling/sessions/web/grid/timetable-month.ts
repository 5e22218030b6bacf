import { daysAfter } from '../../../../platform/index.js';
import { mondayOf } from '../../../core/index.js';
import { type Block, blockOf } from './timetable-blocks.js';
import type { DayHeader } from './timetable-days.js';
import type { Frame } from './timetable-week.js';

const SHOWN_A_DAY = 3;
export const DAYS_OF_MONTH_VIEW = 42;

export interface MonthDay extends DayHeader {
  readonly outside: boolean;
  readonly count: number;
  readonly blocks: readonly Block[];
  readonly more: number;
}

/** The Monday that begins the six weeks shown for a day's month. */
export function firstOfMonthView(on: string): string {
  return mondayOf(`${on.slice(0, 7)}-01`);
}

export function nextMonth(on: string, step: 1 | -1): string {
  const first = `${on.slice(0, 7)}-01`;
  return `${daysAfter(first, step === 1 ? 31 : -1).slice(0, 7)}-01`;
}

/** Six weeks of seven days, each with its number of sessions and the first ones. */
export function monthOf({ selection, days, sessions, options }: Frame): MonthDay[][] {
  const cells = days.map((day): MonthDay => {
    const own = sessions.filter((one) => one.day === day.date);
    const shown = own.length === SHOWN_A_DAY + 1 ? own.length : SHOWN_A_DAY;
    return {
      ...day,
      outside: day.date.slice(0, 7) !== selection.on.slice(0, 7),
      count: own.length,
      blocks: own.slice(0, shown).map((one) => blockOf(options, one)),
      more: Math.max(0, own.length - shown),
    };
  });
  return Array.from({ length: days.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}
