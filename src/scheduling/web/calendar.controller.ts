import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Requires } from '../../accounts/index.js';
import {
  Clock, CurrentVisit, dayOf, daysAfter, definePage, fileOf, formView, type FormView, isRefused, monthsAfter, notice, type Page, readForm, type Refusal, refuse, seeOther, type SeeOther, type Visit,
} from '../../platform/index.js';
import { DeclareClosure, LoadHolidayNotice } from '../actions/academy-calendar.js';
import { AcademyCalendarReader } from '../data/academy-days.js';
import { type AffectedSession, sessionsOnClosedDays } from '../data/closed-day-sessions.js';
import { TimetableReader } from '../data/timetable-reader.js';
import type { AcademyCalendar, AcademyDay } from '../domain/academy-calendar.js';
import { weekdayOf, WEEKDAYS } from '../domain/days.js';
import { ClosureForm } from './forms.js';
import { nameIn, refusalSaid } from './said.js';
import type { Filled } from './session-forms.js';

interface DayCell {
  readonly number: number;
  readonly kind: string;
  /** A letter for those who do not tell the colours apart, and the whole thing in words. */
  readonly mark: string | null;
  readonly said: string | null;
  readonly today: boolean;
}

/** Days that follow one another under one name; closures stand each alone, for each can be lifted. */
interface ListedSpan {
  readonly date: string;
  readonly when: string;
  readonly length: number | null;
  readonly kindSaid: string;
  readonly about: string;
  readonly liftable: boolean;
}

interface CalendarPage {
  readonly year: number;
  readonly published: boolean;
  readonly papers: readonly string[];
  readonly loadedAt: number | null;
  readonly months: readonly { readonly first: string; readonly weekdays: readonly string[]; readonly weeks: readonly (readonly (DayCell | null)[])[] }[];
  readonly listed: readonly ListedSpan[];
  readonly affected: readonly (Omit<AffectedSession, 'dayName'> & { readonly date: string; readonly dayName: string })[];
  readonly earlier: number;
  readonly later: number;
  readonly form: FormView<ClosureForm>;
  readonly fileProblems: readonly string[];
}

interface Said {
  readonly filled?: Filled;
  readonly fileReasons?: readonly Refusal[];
}

const page = definePage<CalendarPage>('scheduling/calendar/index');

/** The academy's year: the State Council's notice, make-up workdays, its own closures, and the sessions that stand in their way. */
@Controller('office/calendar')
@Requires('calendar.manage')
export class CalendarController {
  constructor(
    private readonly reader: TimetableReader,
    private readonly calendar: AcademyCalendarReader,
    private readonly loadNotice: LoadHolidayNotice,
    private readonly declareClosure: DeclareClosure,
    private readonly clock: Clock,
  ) {}

  @Get()
  async index(@CurrentVisit() visit: Visit, @Query('year') asked?: string): Promise<Page> {
    return page(await this.model(visit, this.yearOf(asked)));
  }

  @Post('notices')
  async load(@CurrentVisit() visit: Visit, @Body() body: { notice?: unknown } | null): Promise<Page | SeeOther> {
    const file = fileOf(body?.notice);
    const year = this.yearOf(undefined);
    if (!file) return page(await this.model(visit, year, { fileReasons: [refuse('holidayFileMissing')] }), 422);
    const outcome = await this.loadNotice.from(visit.actor, (await file.toBuffer()).toString('utf8'));
    if (isRefused(outcome)) return page(await this.model(visit, year, { fileReasons: outcome.reasons }), 422);
    const key = outcome.published ? 'calendar.notice_loaded' : 'calendar.notice_empty';
    return seeOther(`/office/calendar?year=${outcome.year}`, notice(key, { year: String(outcome.year), days: outcome.days, count: outcome.affected.length }, outcome.affected.length > 0 ? 'warning' : 'good'));
  }

  @Post('closures')
  async close(@CurrentVisit() visit: Visit, @Body() body: unknown): Promise<Page | SeeOther> {
    const read = readForm(ClosureForm, body, this.clock.today());
    const year = this.yearOf(read.ok ? read.form.from.slice(0, 4) : undefined);
    if (!read.ok) return page(await this.model(visit, year, { filled: read }), 422);
    const outcome = await this.declareClosure.on(visit.actor, read.form);
    if (isRefused(outcome)) return page(await this.model(visit, year, { filled: { typed: read.typed, refusals: outcome.reasons } }), 422);
    return seeOther(`/office/calendar?year=${year}`, notice('calendar.closure_declared', { count: outcome.days, affected: outcome.affected.length }, outcome.affected.length > 0 ? 'warning' : 'good'));
  }

  @Post('closures/:date/lifting')
  async lift(@CurrentVisit() visit: Visit, @Param('date') date: string): Promise<SeeOther> {
    await this.declareClosure.lift(visit.actor, date);
    return seeOther(`/office/calendar?year=${date.slice(0, 4)}`, notice('calendar.closure_lifted', { date }));
  }

  private yearOf(asked: string | undefined): number {
    return asked !== undefined && /^(19[5-9]\d|2[01]\d\d)$/.test(asked) ? Number(asked) : Number(this.clock.today().slice(0, 4));
  }

  private async model(visit: Visit, year: number, { filled = { typed: {} }, fileReasons = [] }: Said = {}): Promise<CalendarPage> {
    const { ask } = this.reader;
    const calendar = await this.calendar.current();
    const [known] = await ask<{ papers: string; loadedAt: number }>(sql`SELECT papers AS "papers", loaded_at AS "loadedAt" FROM holiday_notice WHERE year = ${year}`);
    const days = Array.from({ length: 366 }, (_, at) => daysAfter(`${year}-01-01`, at)).filter((day) => day.startsWith(String(year))).map((day) => calendar.dayOn(day));
    return {
      year, published: days[0]!.yearPublished, papers: known ? (JSON.parse(known.papers) as string[]) : [], loadedAt: known?.loadedAt ?? null,
      months: Array.from({ length: 12 }, (_, at) => monthOf(visit, monthsAfter(`${year}-01-01`, at), { calendar, today: this.clock.today() })),
      listed: spansOf(days).map((span) => listedSpan(visit, span)),
      affected: (await sessionsOnClosedDays(ask, this.clock.now())).map((one) => ({ ...one, date: dayOf(one.startsAt), dayName: nameIn(visit.speaker, one.dayName) })),
      earlier: year - 1, later: year + 1, form: formView(ClosureForm, visit.speaker, filled), fileProblems: fileReasons.map((one) => refusalSaid(visit.speaker, one)),
    };
  }
}

type DaySpan = readonly [AcademyDay, ...AcademyDay[]];

function spansOf(days: readonly AcademyDay[]): DaySpan[] {
  const spans: [AcademyDay, ...AcademyDay[]][] = [];
  for (const day of days.filter((one) => one.kind !== 'workday' && one.kind !== 'weekend')) {
    const last = spans.at(-1)?.at(-1);
    const follows = last?.kind === 'holiday' && day.kind === 'holiday' && last.name?.zh === day.name?.zh && daysAfter(last.date, 1) === day.date;
    if (follows) spans.at(-1)?.push(day);
    else spans.push([day]);
  }
  return spans;
}

function listedSpan({ speaker }: Visit, span: DaySpan): ListedSpan {
  const [first] = span;
  const last = span.at(-1) ?? first;
  const { format } = speaker;
  return {
    date: first.date, when: span.length === 1 ? format.dayShort(first.date) : `${format.dayShort(first.date)} – ${format.dayShort(last.date)}`,
    length: span.length > 1 ? span.length : null, kindSaid: speaker.say(`calendar.kind_${first.kind}`), about: first.name ? nameIn(speaker, first.name) : '', liftable: first.kind === 'closure',
  };
}

function monthOf({ speaker }: Visit, first: string, { calendar, today }: { calendar: AcademyCalendar; today: string }): CalendarPage['months'][number] {
  const cells: (DayCell | null)[] = Array.from({ length: weekdayOf(first) - 1 }, () => null);
  for (let date = first; date.slice(0, 7) === first.slice(0, 7); date = daysAfter(date, 1)) {
    const { kind, name } = calendar.dayOn(date);
    const special = kind !== 'workday' && kind !== 'weekend';
    cells.push({
      number: Number(date.slice(8)), kind, today: date === today,
      mark: special ? speaker.say(`calendar.mark_${kind}`) : null,
      said: special ? `${speaker.say(`calendar.kind_${kind}`)}${speaker.say('calendar.named', { name: name && nameIn(speaker, name) })}` : null,
    });
  }
  while (cells.length % 7 !== 0) cells.push(null);
  const weekdays = WEEKDAYS.map((day) => speaker.say(`calendar.short_weekday.${day}`));
  return { first, weekdays, weeks: Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7)) };
}
