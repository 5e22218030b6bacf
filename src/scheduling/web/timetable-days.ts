import { daysAfter, type Speaker } from '../../platform/index.js';
import { type AcademyCalendar, type AcademyDay, isClosed } from '../domain/academy-calendar.js';
import { nameIn } from './said.js';
import { placeIn } from './timetable-layout.js';
import { minutesOn } from './timetable-blocks.js';

/** A day as the heads of all views show it. */
export interface DayHead {
  readonly date: string;
  /** Of the month. */
  readonly dayNumber: number;
  readonly weekday: string;
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

export interface DayManner {
  readonly speaker: Speaker;
  readonly calendar: AcademyCalendar;
  readonly today: string;
  readonly now: number;
  readonly hrefOf: (date: string) => string;
}

export function dayHeads(manner: DayManner, first: string, count: number): DayHead[] {
  return Array.from({ length: count }, (_, at) => dayHead(manner, daysAfter(first, at)));
}

export function dayHead({ speaker, calendar, today, now, hrefOf }: DayManner, date: string): DayHead {
  const day = calendar.dayOn(date);
  return {
    date, dayNumber: Number(date.slice(8)), weekday: speaker.format.weekday(date), today: date === today, past: date < today, shut: isClosed(day), kind: day.kind,
    about: aboutDay(speaker, day), href: hrefOf(date), now: date === today ? nowLine(date, now) : null,
  };
}

/** Years in a span of days whose notice is not out. */
export function unpublishedYears(calendar: AcademyCalendar, heads: readonly DayHead[]): string[] {
  return [...new Set(heads.filter(({ date }) => !calendar.dayOn(date).yearPublished).map(({ date }) => date.slice(0, 4)))];
}

function aboutDay(speaker: Speaker, day: AcademyDay): string | null {
  if (day.kind === 'workday' || day.kind === 'weekend') return null;
  const follows = day.follows === null ? '' : speaker.say('timetable.follows', { weekday: speaker.format.weekday(weekdayDate(day.follows)) });
  return `${speaker.say(`calendar.kind_${day.kind}`)}${speaker.say('calendar.named', { name: day.name && nameIn(speaker, day.name) })}${follows}`;
}

/** Any day of that weekday, to say its name: 5 January 2026 was a Monday. */
function weekdayDate(weekday: number): string {
  return `2026-01-${String(4 + weekday).padStart(2, '0')}`;
}

function nowLine(date: string, now: number): NowLine | null {
  const { from } = minutesOn(date, { startsAt: now, endsAt: now });
  const { at } = placeIn({ from, until: from });
  const start = Number(at.slice(0, 2)) * 60 + Number(at.slice(2));
  return from < start || from >= start + 15 ? null : { at, plus: Math.floor((from - start) / 5), instant: now };
}
