import { instantOf, optionsOf } from '../../../../src/platform/index.js';
import { ROOM_KINDS } from '../../../../src/scheduling/core/index.js';
import type { SessionRow } from '../../../../src/scheduling/core/data/timetable-queries.js';
import { DayRuler } from '../../../../src/scheduling/sessions/domain/day-ruler.js';
import {
  addressOf,
  isFiltered,
  readSelection,
} from '../../../../src/scheduling/sessions/web/grid/timetable-selection.js';
import { dayHeaders } from '../../../../src/scheduling/sessions/web/grid/timetable-days.js';
import { MARKS, type Mark } from '../../../../src/scheduling/sessions/web/grid/timetable-marks.js';
import {
  DAYS_OF_MONTH_VIEW,
  firstOfMonthView,
  monthOf,
} from '../../../../src/scheduling/sessions/web/grid/timetable-month.js';
import { type Holder, linesOf } from '../../../../src/scheduling/sessions/web/grid/timetable-rows.page.js';
import { type Frame, weekOf } from '../../../../src/scheduling/sessions/web/grid/timetable-week.js';
import * as pages from '../../../../src/scheduling/sessions/web/grid/timetable.page.js';
import { LOOKED_AT, type Stage } from '../../../support/views/rendered-view.js';
import { calendar, sessionInGrid } from './timetable-scene.js';

type TimetablePage = pages.TimetablePage;

const TODAY = '2026-03-10';
const NO_COUNTS = Object.fromEntries(MARKS.map((mark) => [mark, 0])) as Record<Mark, number>;
const TRACKS = [{ code: 'cloud', nameZh: '云计算', nameEn: 'Cloud' }];
const ROOMS: readonly Holder[] = [
  { id: 'r1', name: '<琵琶泉>', sub: 'PIPA', availability: null },
  { id: 'r2', name: '趵突泉', sub: null, availability: { hours: [], away: [] } },
];

interface Shown {
  readonly query?: Record<string, string>;
  readonly rows?: readonly Partial<SessionRow>[];
  readonly counts?: Partial<Record<Mark, number>>;
  readonly holders?: readonly Holder[];
}

/** The page as the product fills it for that address; `change`: what differs. */
export function timetablePage(
  { translator }: Stage,
  { query = {}, rows = [], counts = {}, holders = ROOMS }: Shown = {},
  change: Partial<TimetablePage> = {},
): TimetablePage {
  const selection = readSelection({ week: '2026-03-09', ...query }, TODAY);
  const ruler =
    selection.view === 'month'
      ? new DayRuler(firstOfMonthView(selection.on), DAYS_OF_MONTH_VIEW)
      : new DayRuler(selection.day ?? selection.monday, selection.day === null ? 7 : 1);
  const options = { translator, now: LOOKED_AT };
  const hrefOf = (date: string) => `/day/${date}`;
  const days = dayHeaders({ ...options, calendar, today: TODAY, hrefOf }, ruler);
  const sessions = rows.map((row) => sessionInGrid(row, { days: ruler }));
  const frame: Frame = { selection, days, sessions, options };
  return {
    selection,
    spanText: pages.headingOf(translator, selection),
    address: addressOf(selection),
    tabs: pages.tabsOf(translator, selection),
    bys: pages.bysOf(translator, selection),
    ...pages.stepAddresses(selection, TODAY),
    steps: pages.stepWords(translator, selection),
    count: sessions.length,
    filtered: isFiltered(selection),
    clearHref: addressOf(selection, { q: '', track: '', kind: '', state: null, of: '' }),
    legend: pages.legendOf(translator, selection, { ...NO_COUNTS, ...counts }),
    tracks: pages.trackChoices(translator, selection, TRACKS),
    kinds: optionsOf(translator, 'room.kind', ROOM_KINDS).map((one) => ({
      ...one,
      selected: one.value === selection.kind,
    })),
    named: pages.namedChoices(translator, selection, ROOMS),
    notPublished: null,
    hours: [{ at: '0900', hour: '9:00' }],
    days,
    print: pages.printOf(translator, selection),
    undo: null,
    placementFields: ['date', 'roomId'],
    week: selection.view === 'week' ? weekOf(frame) : null,
    weeks: selection.view === 'month' ? monthOf(frame) : null,
    holders: selection.view === 'timeline' ? linesOf(frame, holders) : null,
    ...change,
  };
}

/** So many sessions of as many cohorts at the same hours of one day. */
export const several = (count: number, hours: readonly [string, string] = ['09:00', '12:00']) =>
  Array.from({ length: count }, (_, at) => ({
    ...{ id: `s${at}`, cohortId: `c${at}`, number: at + 1 },
    ...{ startsAt: instantOf('2026-03-11', hours[0]), endsAt: instantOf('2026-03-11', hours[1]) },
  }));
