import { Controller, Get, Query } from '@nestjs/common';
import { Requires } from '../../../../accounts/index.js';
import {
  addressWith,
  Clock,
  CurrentContext,
  daysAfter,
  definePage,
  isDay,
  type Page,
  type RequestContext,
  type SelectOption,
  selectOptions,
  type Translator,
} from '../../../../platform/index.js';
import {
  type AcademyCalendar,
  mondayOf,
  ROOM_KINDS,
  rooms,
  timetableIn,
  TimetableReader,
} from '../../../core/index.js';
import { DayRuler } from '../../domain/day-ruler.js';
import type { UseFrame } from '../../domain/use-of-hours.js';
import { readSelection } from './timetable-selection.js';
import { tabsOf, type TimetablePage } from './timetable.page.js';
import {
  type ResourceUse,
  counted,
  kindText,
  shareOf,
  sumOf,
  totalOf,
  useLine,
  type UseLine,
} from './timetable-use.js';

export interface UsePage {
  readonly tabs: TimetablePage['tabs'];
  readonly from: string;
  readonly weekCount: number;
  readonly q: string;
  readonly kinds: readonly SelectOption[];
  readonly filtered: boolean;
  readonly clearHref: string;
  readonly earlier: string;
  readonly later: string;
  readonly current: string;
  readonly mondays: readonly { readonly monday: string; readonly word: string; readonly now: boolean }[];
  readonly sorts: Readonly<
    Record<Sort, { readonly href: string; readonly current: boolean; readonly falling: boolean }>
  >;
  readonly used: readonly UseLine[];
  readonly totals: readonly UseLine[];
  readonly found: number;
}

const page = definePage<UsePage>('scheduling/sessions/timetable/use');
const KINDS = [...ROOM_KINDS, 'pool', 'instructor'] as const;
const WEEKS = 12;
const WEEKS_BACK = 2;
const SORTS = ['name', 'used', 'share'] as const;
type Sort = (typeof SORTS)[number];

/** Utilisation of rooms, labs, licence pools and instructors by week. */
@Controller('office/timetable/use')
@Requires('session.schedule')
export class TimetableUseController {
  constructor(
    private readonly reader: TimetableReader,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@CurrentContext() context: RequestContext, @Query() query: Record<string, unknown>): Promise<Page> {
    const { translator } = context;
    const today = this.clock.today();
    const given = (name: string) => (typeof query[name] === 'string' ? query[name].trim().slice(0, 100) : '');
    const monday = mondayOf(isDay(given('from')) ? given('from') : daysAfter(today, -7 * WEEKS_BACK));
    const [q, kind] = [given('q'), KINDS.find((one) => one === given('kind')) ?? ''];
    const ruler = new DayRuler(monday, 7 * WEEKS);
    const timetable = await timetableIn(
      this.reader.query,
      { startsAt: ruler.from, endsAt: ruler.until },
      this.clock.now(),
    );
    const frame = frameOf(ruler, timetable.calendar);
    const kinds = new Map((await rooms(this.reader.query)).map((room) => [room.id, room.kind]));
    const all = counted(timetable, kinds, { translator, frame }).filter(
      (one) => (kind === '' || one.kind === kind) && one.name.toLowerCase().includes(q.toLowerCase()),
    );
    const sort = readSort(given('sort'));
    const to = (from: string) => addressWith(context.url, 'from', from);
    return page({
      tabs: tabsOf(translator, readSelection({ week: monday }, today)).map((tab, at, tabs) => ({
        ...tab,
        current: at === tabs.length - 1,
      })),
      from: monday,
      weekCount: WEEKS,
      q,
      kinds: selectOptions(
        KINDS.map((value) => ({ value, label: kindText(translator, value) })),
        kind,
      ),
      filtered: q !== '' || kind !== '',
      clearHref: `/office/timetable/use?from=${monday}`,
      earlier: to(daysAfter(monday, -7 * WEEKS)),
      later: to(daysAfter(monday, 7 * WEEKS)),
      current: to(daysAfter(mondayOf(today), -7 * WEEKS_BACK)),
      mondays: Array.from({ length: WEEKS }, (_, at) => daysAfter(monday, 7 * at)).map((one) => ({
        monday: one,
        word: weekWord(translator, one),
        now: one === mondayOf(today),
      })),
      sorts: sortLinks(context.url, sort),
      used: sorted(translator, all, sort).map((one) => useLine(translator, one)),
      totals: totals(translator, all),
      found: all.length,
    });
  }
}

function frameOf(ruler: DayRuler, calendar: AcademyCalendar): UseFrame {
  const days = ruler.days.map((day) => ({ ...day, kind: calendar.dayOn(day.date).kind }));
  return Array.from({ length: WEEKS }, (_, week) => days.slice(week * 7, week * 7 + 7));
}

interface SortOrder {
  readonly by: Sort;
  readonly falling: boolean;
}

/** `-share` falls. */
function readSort(text: string): SortOrder {
  const by = SORTS.find((one) => text === one || text === `-${one}`);
  return by === undefined ? { by: 'share', falling: true } : { by, falling: text.startsWith('-') };
}

function sorted(translator: Translator, all: readonly ResourceUse[], { by, falling }: SortOrder): ResourceUse[] {
  const sign = falling ? -1 : 1;
  const value = (one: ResourceUse) => (by === 'used' ? sumOf(one.weeks).used : (shareOf(sumOf(one.weeks)) ?? -1));
  return [...all].sort(
    (a, b) =>
      (by === 'name' ? 0 : sign * (value(a) - value(b))) ||
      (by === 'name' ? sign : 1) * translator.format.compare(a.name, b.name),
  );
}

function sortLinks(url: string, sorting: SortOrder): UsePage['sorts'] {
  const link = (by: Sort) => {
    const current = sorting.by === by;
    const falls = current ? !sorting.falling : by !== 'name';
    return { href: addressWith(url, 'sort', falls ? `-${by}` : by), current, falling: current && sorting.falling };
  };
  return { name: link('name'), used: link('used'), share: link('share') };
}

/** Seat hours and hours cannot be added, so pools have their own total. */
function totals(translator: Translator, all: readonly ResourceUse[]): UseLine[] {
  return KINDS.map((kind) => ({ kind, own: all.filter((one) => one.kind === kind) }))
    .filter(({ own }) => own.length > 0)
    .map(({ kind, own }) =>
      useLine(translator, { name: kindText(translator, kind), kind, href: null, weeks: totalOf(own, WEEKS) }),
    );
}

function weekWord(translator: Translator, monday: string): string {
  return translator.t('timetable.use_week', { month: Number(monday.slice(5, 7)), day: Number(monday.slice(8)) });
}
