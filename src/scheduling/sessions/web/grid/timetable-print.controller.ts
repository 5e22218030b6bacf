import { Controller, Get, Query } from '@nestjs/common';
import { Requires } from '../../../../accounts/index.js';
import {
  A_MINUTE,
  isDay,
  Clock,
  CurrentContext,
  daysAfter,
  definePage,
  found,
  looksLikeId,
  flash,
  type Page,
  seeOther,
  type SeeOther,
  type RequestContext,
} from '../../../../platform/index.js';
import {
  AcademyCalendarReader,
  type InstructorRow,
  instructors,
  instructorText,
  mondayOf,
  nameIn,
  rooms,
  type SessionRow,
  type SessionFilter,
  TimetableReader,
} from '../../../core/index.js';
import { DayRuler } from '../../domain/day-ruler.js';
import { addressOf, type By, readSelection } from './timetable-selection.js';
import { blockOf, gridSession } from './timetable-blocks.js';
import { dayHeaders, unpublishedYears } from './timetable-days.js';
import { hoursText } from './timetable-rows.page.js';
import { marksOf } from './timetable-marks.js';
import type { SheetPage } from './timetable-sheet.js';

const sheet = definePage<SheetPage>('scheduling/sessions/timetable/sheet');
const ownWeek = definePage<SheetPage>('scheduling/sessions/timetable/own-week');

interface Subject {
  readonly kind: 'room' | 'instructor';
  readonly name: string;
  readonly sub: string | null;
  readonly filter: SessionFilter;
  readonly back: string;
  /** The address of another week. */
  readonly hrefOf: (monday: string) => string;
}

/** Printable weeks: a door sheet for a room, and a week for an instructor. */
@Controller()
export class TimetablePrintController {
  constructor(
    private readonly reader: TimetableReader,
    private readonly calendar: AcademyCalendarReader,
    private readonly clock: Clock,
  ) {}

  @Get('office/timetable/door')
  @Requires('session.schedule')
  async door(
    @CurrentContext() context: RequestContext,
    @Query() query: Record<string, unknown>,
  ): Promise<Page | SeeOther> {
    if (query['room'] === undefined)
      return seeOther('/office/timetable?view=timeline&by=room', flash('timetable.choose_room', {}, 'info'));
    const id = idIn(query['room']);
    const room = found((await rooms(this.reader.query)).find((one) => one.id === id));
    const { translator } = context;
    const [name, place] = [
      nameIn(translator, { zh: room.nameZh, en: room.nameEn }),
      nameIn(translator, { zh: room.placeZh, en: room.placeEn }),
    ];
    const sub = translator.t('timetable.sheet_room', { code: room.code, seats: room.seats, place });
    return sheet(
      await this.week(context, query, {
        kind: 'room',
        name,
        sub,
        filter: { roomId: room.id },
        back: this.backTo('room', room.id, query),
        hrefOf: (week) => `/office/timetable/door?${new URLSearchParams({ room: room.id, week }).toString()}`,
      }),
    );
  }

  @Get('office/timetable/instructor')
  @Requires('session.schedule')
  async instructor(
    @CurrentContext() context: RequestContext,
    @Query() query: Record<string, unknown>,
  ): Promise<Page | SeeOther> {
    if (query['instructor'] === undefined)
      return seeOther(
        '/office/timetable?view=timeline&by=instructor',
        flash('timetable.choose_instructor', {}, 'info'),
      );
    const id = idIn(query['instructor']);
    const one = found((await instructors(this.reader.query)).find((instructor) => instructor.id === id));
    return sheet(
      await this.week(context, query, {
        ...subjectOf(context, one),
        back: this.backTo('instructor', one.id, query),
        hrefOf: (week) =>
          `/office/timetable/instructor?${new URLSearchParams({ instructor: one.id, week }).toString()}`,
      }),
    );
  }

  @Get('teaching/week')
  @Requires('teaching.enter')
  async own(@CurrentContext() context: RequestContext, @Query() query: Record<string, unknown>): Promise<Page> {
    const hrefOf = (week: string) => `/teaching/week?${new URLSearchParams({ week }).toString()}`;
    return ownWeek(
      await this.week(context, query, {
        kind: 'instructor',
        name: context.actor.name,
        sub: null,
        filter: { instructorAccountId: context.actor.id ?? '' },
        back: '/teaching',
        hrefOf,
      }),
    );
  }

  private async week(
    { translator }: RequestContext,
    query: Record<string, unknown>,
    subject: Subject,
  ): Promise<SheetPage> {
    const [now, today] = [this.clock.now(), this.clock.today()];
    const week = query['week'];
    const monday = mondayOf(typeof week === 'string' && isDay(week) ? week : today);
    const calendar = await this.calendar.current();
    const ruler = new DayRuler(monday, 7);
    const days = dayHeaders({ translator, calendar, today, now, hrefOf: () => '' }, ruler);
    const rows = await this.reader.sessions({ ...subject.filter, from: ruler.from, until: ruler.until });
    const blocks = rows.map((row) =>
      blockOf(
        { translator, now },
        gridSession(ruler, row, {
          marked: marksOf({ session: row, isOnline: true, isDoubled: false, now }),
          track: '',
          isOnline: row.roomId === null,
        }),
      ),
    );
    const years = unpublishedYears(calendar, days);
    return {
      subjectKind: subject.kind,
      name: subject.name,
      sub: subject.sub,
      monday,
      sunday: daysAfter(monday, 6),
      printedAt: now,
      backHref: subject.back,
      earlier: subject.hrefOf(daysAfter(monday, -7)),
      later: subject.hrefOf(daysAfter(monday, 7)),
      current: subject.hrefOf(mondayOf(today)),
      count: rows.length,
      total: hoursText(translator, minutesIn(rows)),
      unpublished: years.length === 0 ? null : years.join(translator.t('timetable.comma')),
      days: days
        .map((day) => ({ ...day, sessions: blocks.filter(({ date }) => date === day.date) }))
        .filter((day) => day.sessions.length > 0 || day.about !== null || day.kind !== 'weekend'),
    };
  }

  private backTo(by: By, of: string, query: Record<string, unknown>): string {
    return addressOf(readSelection({ week: query['week'] }, this.clock.today()), { by, of });
  }
}

function subjectOf(
  { translator }: RequestContext,
  one: InstructorRow,
): Pick<Subject, 'kind' | 'name' | 'sub' | 'filter'> {
  return { kind: 'instructor', name: instructorText(translator, one), sub: null, filter: { instructorId: one.id } };
}

function minutesIn(rows: readonly SessionRow[]): number {
  return rows.reduce((sum, { startsAt, endsAt }) => sum + (endsAt - startsAt) / A_MINUTE, 0);
}

function idIn(text: unknown): string {
  return typeof text === 'string' && looksLikeId(text) ? text : '';
}
