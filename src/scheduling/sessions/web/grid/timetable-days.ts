import { A_MINUTE, type Translator } from '../../../../platform/index.js';
import { dayText } from '../../../calendar/index.js';
import { type AcademyCalendar, type AcademyDay, isClosed } from '../../../core/index.js';
import type { DayRuler, RuledDay } from '../../domain/day-ruler.js';
import { placeIn } from './timetable-layout.js';

/** A day in the headers of all views. */
export interface DayHeader extends RuledDay {
  /** Day of the month. */
  readonly dayNumber: number;
  /** Name of the weekday. */
  readonly weekdayText: string;
  readonly today: boolean;
  readonly past: boolean;
  readonly shut: boolean;
  readonly kind: AcademyDay['kind'];
  /** Holiday, closure or make-up workday, with its name. */
  readonly about: string | null;
  /** Address of the day's own view. */
  readonly href: string;
  readonly now: NowLine | null;
}

/** The current quarter of an hour, and the five-minute step within it (0 to 2). */
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

export function dayHeaders(options: DayOptions, ruler: DayRuler): DayHeader[] {
  return ruler.days.map((day) => dayHead(options, day));
}

function dayHead({ translator, calendar, today, now, hrefOf }: DayOptions, ruled: RuledDay): DayHeader {
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

/** Years, from today on, without a published notice. */
export function unpublishedYears(calendar: AcademyCalendar, days: readonly DayHeader[]): string[] {
  return [
    ...new Set(
      days.filter(({ date, past }) => !past && !calendar.dayOn(date).yearPublished).map(({ date }) => date.slice(0, 4)),
    ),
  ];
}

function nowLine(from: number, now: number): NowLine | null {
  const { at } = placeIn({ from, until: from });
  const start = Number(at.slice(0, 2)) * 60 + Number(at.slice(2));
  return from < start || from >= start + 15 ? null : { at, plus: Math.floor((from - start) / 5), instant: now };
}
