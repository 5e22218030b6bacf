import { Controller, Get, Query } from '@nestjs/common';
import { may, Requires } from '../../accounts/index.js';
import { Clock, CurrentVisit, dayOf, daysAfter, definePage, instantOf, type Page, type Speaker, type Visit } from '../../platform/index.js';
import { AcademyCalendarReader } from '../data/academy-days.js';
import type { SessionRow } from '../data/timetable-queries.js';
import { TimetableReader } from '../data/timetable-reader.js';
import { type AcademyDay, isClosed } from '../domain/academy-calendar.js';
import { isDay } from '../domain/days.js';
import { mondayOf } from '../domain/utilisation.js';
import { daySaid } from './calendar-view.js';
import { nameIn, type SessionView, sessionView } from './said.js';

interface WeekDay {
  readonly date: string;
  readonly today: boolean;
  readonly shut: boolean;
  /** A holiday's, closure's or make-up workday's name. */
  readonly about: string | null;
}

/** A session in the grid; `more` says what its line does not. */
interface Chip extends SessionView {
  readonly more: string;
}

interface Line {
  readonly name: string;
  readonly cells: readonly { readonly date: string; readonly sessions: readonly Chip[] }[];
}

interface TimetablePage {
  readonly monday: string;
  readonly sunday: string;
  readonly by: string;
  readonly q: string;
  readonly count: number;
  readonly filtered: boolean;
  readonly days: readonly WeekDay[];
  readonly lines: readonly Line[];
  readonly byDay: readonly (WeekDay & { readonly sessions: readonly Chip[] })[];
  readonly earlier: string;
  readonly later: string;
  readonly thisWeek: string;
  readonly clearHref: string;
  /** The year of this week whose notice is not out, and its calendar for those who keep it. */
  readonly notPublished: { readonly year: string; readonly href: string | null } | null;
  readonly views: readonly { readonly label: string; readonly href: string; readonly current: boolean; readonly count: null }[];
}

const page = definePage<TimetablePage>('scheduling/timetable/index');
const VIEWS = ['room', 'instructor', 'cohort'] as const;
type By = (typeof VIEWS)[number];

/** A week of the whole academy, by room, instructor or cohort. */
@Controller('office/timetable')
@Requires('session.schedule')
export class TimetableController {
  constructor(private readonly reader: TimetableReader, private readonly calendar: AcademyCalendarReader, private readonly clock: Clock) {}

  @Get()
  async week(@CurrentVisit() visit: Visit, @Query() query: Record<string, string | undefined>): Promise<Page> {
    const { speaker } = visit;
    const today = this.clock.today();
    const asked = query['week'] ?? '';
    const monday = mondayOf(isDay(asked) ? asked : today);
    const by = VIEWS.find((one) => one === query['by']) ?? 'room';
    const q = String(query['q'] ?? '').trim().slice(0, 100);
    const rows = (await this.reader.sessions({ from: instantOf(monday, '00:00'), until: instantOf(daysAfter(monday, 7), '00:00') })).filter((row) => matches(row, q));
    const calendar = await this.calendar.current();
    const days = [0, 1, 2, 3, 4, 5, 6].map((day) => weekDay(speaker, calendar.dayOn(daysAfter(monday, day)), today));
    const unknown = [0, 6].map((day) => calendar.dayOn(daysAfter(monday, day))).find((day) => !day.yearPublished && day.date >= today);
    const views = rows.map((row) => ({ row, line: lineOf(speaker, row, by), view: chip(sessionView(speaker, row, this.clock.now()), by) }));
    const names = [...new Set(views.map((one) => one.line))].sort((a, b) => speaker.format.compare(a, b));
    const on = (date: string) => (one: (typeof views)[number]) => dayOf(one.row.startsAt) === date;
    const address = (changes: { week?: string; by?: By; q?: string }) => addressOf({ week: monday, by, q, ...changes });
    return page({
      monday, sunday: daysAfter(monday, 6), by, q, count: rows.length, filtered: q !== '', days,
      lines: names.map((name) => ({ name, cells: days.map(({ date }) => ({ date, sessions: views.filter((one) => one.line === name).filter(on(date)).map((one) => one.view) })) })),
      byDay: days.map((day) => ({ ...day, sessions: views.filter(on(day.date)).map((one) => ({ ...one.view, more: `${one.view.room} · ${one.view.instructor}` })) })).filter((day) => day.sessions.length > 0 || day.about !== null),
      earlier: address({ week: daysAfter(monday, -7) }), later: address({ week: daysAfter(monday, 7) }), thisWeek: address({ week: today }), clearHref: address({ q: '' }),
      notPublished: unknown ? { year: unknown.date.slice(0, 4), href: may(visit.actor, 'calendar.manage') ? `/office/calendar?year=${unknown.date.slice(0, 4)}` : null } : null,
      views: VIEWS.map((one) => ({ label: speaker.say(`timetable.by_${one}`), href: address({ by: one }), current: one === by, count: null })),
    });
  }
}

function chip(view: SessionView, by: By): Chip {
  return { ...view, more: by === 'room' ? view.instructor : by === 'instructor' ? view.room : `${view.room} · ${view.instructor}` };
}

function lineOf(speaker: Speaker, row: SessionRow, by: By): string {
  if (by === 'cohort') return row.cohort;
  const held = by === 'room' ? row.room : row.instructor;
  return held ? nameIn(speaker, held) : speaker.say(`session.no_${by}`);
}

function matches(row: SessionRow, q: string): boolean {
  const said = [row.cohort, row.course, row.room, row.instructor].flatMap((one) => (one === null ? [] : typeof one === 'string' ? [one] : [one.zh, one.en]));
  return said.join(' ').toLowerCase().includes(q.toLowerCase());
}

function weekDay(speaker: Speaker, day: AcademyDay, today: string): WeekDay {
  return { date: day.date, today: day.date === today, shut: isClosed(day), about: daySaid(speaker, day) };
}

function addressOf({ week, by, q }: { week: string; by: By; q: string }): string {
  const query = new URLSearchParams({ week, by, ...(q === '' ? {} : { q }) });
  return `/office/timetable?${query.toString()}`;
}
