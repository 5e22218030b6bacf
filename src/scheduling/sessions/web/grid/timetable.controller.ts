import { Controller, Get, Query as QueryParams } from '@nestjs/common';
import { may, Requires } from '../../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  optionsOf,
  type Page,
  type RequestContext,
  selectOptions,
  type Translator,
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
import { addressOf, isFiltered, readSelection, type Query, type TimetableSelection } from './timetable-selection.js';
import { dayHeaders, unpublishedYears } from './timetable-days.js';
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

/** The timetable page: week or day by the hour, timeline by room or instructor, month. */
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
  async show(@CurrentContext() context: RequestContext, @QueryParams() query: Query): Promise<Page> {
    const { translator } = context;
    const today = this.clock.today();
    const selection = readSelection(query, today);
    const [first, count] =
      selection.view === 'month'
        ? [firstOfMonthView(selection.on), DAYS_OF_MONTH_VIEW]
        : selection.day === null
          ? [selection.monday, 7]
          : [selection.day, 1];
    const calendar = await this.calendar.current();
    const options = { translator, now: this.clock.now() };
    const ruler = new DayRuler(first, count);
    const days = dayHeaders({ ...options, calendar, today, hrefOf: (date) => dayHref(selection, date) }, ruler);
    const grid = await this.grid.of(selection, ruler);
    const frame: Frame = { selection, days, sessions: grid.sessions, options };
    const [year = null] = unpublishedYears(calendar, days);
    return page({
      selection,
      spanText: headingOf(translator, selection),
      address: addressOf(selection),
      tabs: tabsOf(translator, selection),
      bys: bysOf(translator, selection),
      ...stepAddresses(selection, today),
      steps: stepWords(translator, selection),
      count: grid.sessions.length,
      filtered: isFiltered(selection),
      clearHref: addressOf(selection, { q: '', track: '', kind: '', state: null, of: '' }),
      legend: legendOf(translator, selection, grid.counts),
      tracks: trackChoices(translator, selection, grid.tracks),
      kinds: selectOptions(optionsOf(translator, 'room.kind', ROOM_KINDS), selection.kind),
      named: namedChoices(translator, selection, await this.named(translator, selection, grid)),
      notPublished:
        year === null
          ? null
          : { year, href: may(context.actor, 'calendar.manage') ? `/office/calendar?year=${year}` : null },
      hours: HOURS.map((hour) => ({ at: `${hour}00`, hour: `${Number(hour)}:00` })),
      days,
      print: printOf(translator, selection),
      undo: await this.undo(query['undo'], addressOf(selection)),
      placementFields: PLACEMENT_FIELDS,
      week: selection.view === 'week' ? weekOf(frame) : null,
      weeks: selection.view === 'month' ? monthOf(frame) : null,
      holders:
        selection.view === 'timeline' ? linesOf(frame, await this.grid.holders(translator, selection, grid)) : null,
    });
  }

  private async named(
    translator: Translator,
    selection: TimetableSelection,
    { rooms, cohorts }: Grid,
  ): Promise<{ id: string; name: string }[]> {
    if (selection.by === 'cohort') return cohorts.map(({ id, code }) => ({ id, name: code }));
    if (selection.by === 'room')
      return rooms
        .filter((room) => room.closedAt === null || room.id === selection.of)
        .map((room) => ({ id: room.id, name: nameIn(translator, { zh: room.nameZh, en: room.nameEn }) }));
    return (await instructors(this.reader.query))
      .filter((one) => one.retiredAt === null || one.id === selection.of)
      .map((one) => ({ id: one.id, name: instructorText(translator, one) }));
  }

  /** Only if the session has not changed since the move. */
  private async undo(text: unknown, back: string): Promise<Undo | null> {
    const before = readUndo(text);
    const session = before && (await this.reader.session(before.sessionId));
    const stands =
      session?.state === 'planned' && session.sequence === before?.sequence && session.startsAt > this.clock.now();
    return before && session && stands ? undoOf(before, session, back) : null;
  }
}

function dayHref(selection: TimetableSelection, date: string): string {
  return addressOf(
    selection,
    selection.view === 'month' ? { view: 'week', on: date, day: date } : { on: date, day: date },
  );
}
