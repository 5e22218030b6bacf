import { Controller, Get, Query as Asked } from '@nestjs/common';
import { may, Requires } from '../../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  optionsOf,
  type Page,
  type Translator,
  type RequestContext,
} from '../../../../platform/index.js';
import {
  AcademyCalendarReader,
  instructors,
  instructorText,
  nameIn,
  ROOM_KINDS,
  TimetableReader,
} from '../../../core/index.js';
import { DayRuler } from '../../domain/day-ruler.js';
import { addressOf, isFiltered, readAsk, type Query, type TimetableAsk } from './timetable-ask.js';
import { dayHeads, unpublishedYears } from './timetable-days.js';
import { type Grid, TimetableGrid } from './timetable-grid.js';
import { FIRST_HOUR, LAST_HOUR } from './timetable-layout.js';
import { linesOf } from './timetable-rows.page.js';
import { DAYS_OF_MONTH_VIEW, firstOfMonthView, monthOf } from './timetable-month.js';
import {
  bysOf,
  headingOf,
  legendOf,
  namedChoices,
  printOf,
  stepAddresses,
  stepWords,
  tabsOf,
  type TimetablePage,
  trackChoices,
} from './timetable.page.js';
import { readUndo, type Undo, undoOf } from './timetable-undo.js';
import { type Frame, weekOf } from './timetable-week.js';

const page = definePage<TimetablePage>('scheduling/sessions/timetable/index');
const PLACEMENT_FIELDS = ['date', 'startTime', 'endTime', 'roomId', 'instructorId', 'replacesId', 'sequence'] as const;
const HOURS = Array.from({ length: LAST_HOUR - FIRST_HOUR }, (_, at) => String(FIRST_HOUR + at).padStart(2, '0'));

/** The academy's time: a week or a day by the hour, rooms and people beside one another, a month. */
@Controller('office/timetable')
@Requires('session.schedule')
export class TimetableController {
  constructor(
    private readonly reader: TimetableReader,
    private readonly grid: TimetableGrid,
    private readonly calendar: AcademyCalendarReader,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@CurrentContext() context: RequestContext, @Asked() query: Query): Promise<Page> {
    const { translator } = context;
    const today = this.clock.today();
    const ask = readAsk(query, today);
    const [first, count] =
      ask.view === 'month'
        ? [firstOfMonthView(ask.on), DAYS_OF_MONTH_VIEW]
        : ask.day === null
          ? [ask.monday, 7]
          : [ask.day, 1];
    const calendar = await this.calendar.current();
    const options = { translator, now: this.clock.now() };
    const ruler = new DayRuler(first, count);
    const days = dayHeads({ ...options, calendar, today, hrefOf: (date) => dayHref(ask, date) }, ruler);
    const grid = await this.grid.of(ask, ruler);
    const frame: Frame = { ask, days, sessions: grid.sessions, options };
    const [year = null] = unpublishedYears(calendar, days);
    return page({
      ask,
      spanText: headingOf(translator, ask),
      address: addressOf(ask),
      tabs: tabsOf(translator, ask),
      bys: bysOf(translator, ask),
      ...stepAddresses(ask, today),
      steps: stepWords(translator, ask),
      count: grid.sessions.length,
      filtered: isFiltered(ask),
      clearHref: addressOf(ask, { q: '', track: '', kind: '', state: null, of: '' }),
      legend: legendOf(translator, ask, grid.counts),
      tracks: trackChoices(translator, ask, grid.tracks),
      kinds: optionsOf(translator, 'room.kind', ROOM_KINDS).map((one) => ({
        ...one,
        selected: one.value === ask.kind,
      })),
      named: namedChoices(translator, ask, await this.named(translator, ask, grid)),
      notPublished:
        year === null
          ? null
          : { year, href: may(context.actor, 'calendar.manage') ? `/office/calendar?year=${year}` : null },
      hours: HOURS.map((hour) => ({ at: `${hour}00`, hour: `${Number(hour)}:00` })),
      heads: days,
      print: printOf(translator, ask),
      undo: await this.undo(query['undo'], addressOf(ask)),
      placementFields: PLACEMENT_FIELDS,
      week: ask.view === 'week' ? weekOf(frame) : null,
      weeks: ask.view === 'month' ? monthOf(frame) : null,
      holders: ask.view === 'timeline' ? linesOf(frame, await this.grid.holders(translator, ask, grid)) : null,
    });
  }

  private async named(
    translator: Translator,
    ask: TimetableAsk,
    { rooms, cohorts }: Grid,
  ): Promise<{ id: string; name: string }[]> {
    if (ask.by === 'cohort') return cohorts.map(({ id, code }) => ({ id, name: code }));
    if (ask.by === 'room')
      return rooms
        .filter((room) => room.closedAt === null || room.id === ask.of)
        .map((room) => ({ id: room.id, name: nameIn(translator, { zh: room.nameZh, en: room.nameEn }) }));
    return (await instructors(this.reader.query))
      .filter((one) => one.retiredAt === null || one.id === ask.of)
      .map((one) => ({ id: one.id, name: instructorText(translator, one) }));
  }

  /** Only while the session stands as the move left it. */
  private async undo(text: unknown, back: string): Promise<Undo | null> {
    const before = readUndo(text);
    const session = before && (await this.reader.session(before.sessionId));
    const stands =
      session?.state === 'planned' && session.sequence === before?.sequence && session.startsAt > this.clock.now();
    return before && session && stands ? undoOf(before, session, back) : null;
  }
}

function dayHref(ask: TimetableAsk, date: string): string {
  return addressOf(ask, ask.view === 'month' ? { view: 'week', on: date, day: date } : { on: date, day: date });
}
