import { A_MINUTE, type Translator } from '../../../../platform/index.js';
import { dayText } from '../../../calendar/index.js';
import { type AcademyCalendar, type AcademyDay, isClosed } from '../../../core/index.js';
import type { DayRuler, RuledDay } from '../../domain/day-ruler.js';
import { placeIn } from './timetable-layout.js';

/** A day as the heads of all views show it. */
export interface DayHead extends RuledDay {
  /** Of the month. */
  readonly dayNumber: number;
  /** Its weekday in words. */
  readonly weekdayText: string;
  readonly today: boolean;
  readonly past: boolean;
  readonly shut: boolean;
  readonly kind: AcademyDay['kind'];
  /** What the day is, with its name: a holiday, a closure, a make-up workday. */
  readonly about: string | null;
  /** The day alone. */
  readonly href: string;
  readonly now: NowLine | null;
}

/** Where the time is now: its quarter, and how far into it (0 to 2, five minutes each). */
export interface NowLine {
  readonly at: string;
  readonly plus: number;
  readonly instant: number;
}

export interface DayOptions {
  readonly translator: Translator;
  readonly calendar: AcademyCalendar;
  readonly today: string;
  readonly now: number;
  readonly hrefOf: (date: string) => string;
}

export function dayHeads(options: DayOptions, ruler: DayRuler): DayHead[] {
  return ruler.days.map((day) => dayHead(options, day));
}

function dayHead({ translator, calendar, today, now, hrefOf }: DayOptions, ruled: RuledDay): DayHead {
  const { date, midnight } = ruled;
  const day = calendar.dayOn(date);
  return {
    ...ruled,
    dayNumber: Number(date.slice(8)),
    weekdayText: translator.format.weekday(date),
    today: date === today,
    past: date < today,
    shut: isClosed(day),
    kind: day.kind,
    about: dayText(translator, day),
    href: hrefOf(date),
    now: date === today ? nowLine((now - midnight) / A_MINUTE, now) : null,
  };
}

/** Years of the days from today on whose notice is not out. */
export function unpublishedYears(calendar: AcademyCalendar, heads: readonly DayHead[]): string[] {
  return [
    ...new Set(
      heads
        .filter(({ date, past }) => !past && !calendar.dayOn(date).yearPublished)
        .map(({ date }) => date.slice(0, 4)),
    ),
  ];
}

function nowLine(from: number, now: number): NowLine | null {
  const { at } = placeIn({ from, until: from });
  const start = Number(at.slice(0, 2)) * 60 + Number(at.slice(2));
  return from < start || from >= start + 15 ? null : { at, plus: Math.floor((from - start) / 5), instant: now };
}
