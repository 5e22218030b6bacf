import { instantOf } from '../../../../src/platform/index.js';
import type { SessionRow } from '../../../../src/scheduling/core/data/timetable-queries.js';
import { blockOf } from '../../../../src/scheduling/sessions/web/grid/timetable-blocks.js';
import { dayHeaders } from '../../../../src/scheduling/sessions/web/grid/timetable-days.js';
import { hoursText } from '../../../../src/scheduling/sessions/web/grid/timetable-rows.page.js';
import type { SheetPage } from '../../../../src/scheduling/sessions/web/grid/timetable-sheet.js';
import {
  inEachLanguage,
  LOOKED_AT,
  type RenderedView,
  type Stage,
  viewOf,
} from '../../../support/views/rendered-view.js';
import { taughtBy } from '../session-row.js';
import { calendar, ruler, sessionInGrid } from './timetable-scene.js';

const sheetView = viewOf<SheetPage>('scheduling/sessions/timetable/sheet', { viewer: 'coordinator' });
const ownView = viewOf<SheetPage>('scheduling/sessions/timetable/own-week', { viewer: 'instructor' });
const GULNAR = { zh: '古丽娜尔·买买提艾力', en: 'Gulnar Mamtili' };

/** A week on paper: each workday, and other days with sessions or a name. */
function page(stage: Stage, rows: readonly Partial<SessionRow>[], change: Partial<SheetPage> = {}): SheetPage {
  const { translator } = stage;
  const heads = dayHeaders({ translator, calendar, today: '2026-03-10', now: LOOKED_AT, hrefOf: () => '' }, ruler);
  const options = { translator, now: LOOKED_AT };
  const blocks = rows.map((row) => blockOf(options, sessionInGrid(row, { isOnline: row.roomId === null })));
  return {
    ...{ subjectKind: 'room', name: '<琵琶泉>', sub: null, monday: '2026-03-09', sunday: '2026-03-15' },
    ...{ printedAt: LOOKED_AT, backHref: '/office/timetable?room=r1' },
    ...{ earlier: '/week?week=2026-03-02', later: '/week?week=2026-03-16', current: '/week?week=2026-03-09' },
    ...{ count: rows.length, total: hoursText(translator, rows.length * 180), unpublished: null },
    days: heads
      .map((head) => ({ ...head, sessions: blocks.filter(({ date }) => date === head.date) }))
      .filter((head) => head.sessions.length > 0 || head.about !== null || head.kind !== 'weekend'),
    ...change,
  };
}

const SATURDAY = { startsAt: instantOf('2026-03-14', '14:00'), endsAt: instantOf('2026-03-14', '17:00') };
const ROWS: readonly Partial<SessionRow>[] = [
  {
    instructors: [
      taughtBy({ answer: 'confirmed' }),
      taughtBy({ id: 'i2', name: GULNAR, role: 'assistant', answer: 'confirmed' }),
    ],
  },
  { id: 's2', number: 4, cohortState: 'tentative', roomId: null, room: null, ...SATURDAY },
];

/** The days, sessions and steps that both pages have. */
function expectWeek(stage: Stage, seen: RenderedView): void {
  const { format } = stage.translator;
  const holiday = `${stage.t('calendar.kind_holiday')}${stage.t('calendar.named', { name: stage.one('春分', 'Equinox') })}`;
  const dates = seen.textsOf('sheet-date');
  expect(dates).toHaveLength(6);
  expect(dates[0]).toBe(`${format.weekday('2026-03-09')} ${format.dayShort('2026-03-09')}`);
  expect(dates[3]).toBe(`${format.weekday('2026-03-12')} ${format.dayShort('2026-03-12')} ${holiday}`);
  expect(seen.textsOf('sheet-time')).toEqual(['09:00–12:00', '14:00–17:00']);
  const course = stage.one('Azure 管理员', 'Azure administrator');
  expect(seen.textsOf('sheet-what')[1]).toBe(`${course}AZ-104-2026-03 · ${stage.t('session.nth', { number: 4 })}`);
  expect(seen.textsOf('sheet-note')).toEqual([stage.t('timetable.mark_unconfirmed')]);
  const none = stage.t('timetable.no_sessions');
  expect(seen.textsOf('sheet-none')).toEqual([none, none, none]);
  expect(seen.link(stage.t('timetable.earlier_week'))).toBe('/week?week=2026-03-02');
  expect(seen.link(stage.t('timetable.this_week'))).toBe('/week?week=2026-03-09');
  expect(seen.link(stage.t('timetable.later_week'))).toBe('/week?week=2026-03-16');
  const hours = stage.t('timetable.hours', { hours: '6' });
  expect(seen.textsOf('sheet-foot')).toEqual([
    `${stage.t('timetable.sheet_total', { count: 2, hours })} ${stage.t('timetable.sheet_printed', { moment: LOOKED_AT })}`,
  ]);
}

describe('a week of a room beside its door, or of an instructor', () => {
  inEachLanguage('shows who teaches in the room', (stage) => {
    const sub = stage.t('timetable.sheet_room', { code: 'PIPA', seats: 30, place: 'Building 3' });
    const seen = sheetView(stage, page(stage, ROWS, { sub }));
    expect(seen.heading).toBe('<琵琶泉>');
    expect(seen.textsOf('sheet-sub')).toEqual([sub]);
    expect(seen.textsOf('over')).toEqual([stage.one('济南信息技术学院', 'Jinan IT Academy')]);
    expect(seen.textsOf('sheet-span')).toEqual([
      stage.t('timetable.week_of', { from: '2026-03-09', until: '2026-03-15' }),
    ]);
    expectWeek(stage, seen);
    const both = [stage.one('王海涛', 'Wang Haitao'), stage.one(GULNAR.zh, GULNAR.en)].join(stage.one('、', ', '));
    expect(seen.textsOf('sheet-who')).toEqual([both, stage.one('王海涛', 'Wang Haitao')]);
    expect(seen.link(stage.t('timetable.title'))).toBe('/office/timetable?room=r1');
    expect(seen.main.all('button').map(({ text }) => text)).toEqual([stage.t('timetable.print')]);
  });

  inEachLanguage('shows where the instructor teaches', (stage) => {
    const seen = sheetView(stage, page(stage, ROWS, { subjectKind: 'instructor', name: GULNAR.zh }));
    expectWeek(stage, seen);
    expect(seen.textsOf('sheet-who')).toEqual([stage.one('琵琶泉实训室', 'Pipa Lab'), stage.t('timetable.online')]);
    expect(seen.textsOf('sheet-sub')).toEqual([]);
  });

  inEachLanguage('without sessions says so for each working day', (stage) => {
    const seen = sheetView(stage, page(stage, []));
    expect(seen.textsOf('sheet-session')).toEqual([]);
    expect(seen.textsOf('sheet-none')).toHaveLength(5);
    const hours = stage.t('timetable.hours', { hours: '0' });
    expect(seen.words).toContain(stage.t('timetable.sheet_total', { count: 0, hours }));
  });

  inEachLanguage('in years without notice may change', (stage) => {
    const years = stage.one('2026、2027', '2026, 2027');
    const seen = sheetView(stage, page(stage, [], { unpublished: years }));
    expect(seen.words).toContain(stage.t('timetable.unpublished', { years }));
    expect(sheetView(stage, page(stage, [])).textsOf('muted')).toEqual([]);
  });
});

describe("an instructor's own week", () => {
  inEachLanguage('shows where each session is, and leads back to the list', (stage) => {
    const own = { subjectKind: 'instructor', name: GULNAR.zh, backHref: '/teaching' } as const;
    const seen = ownView(stage, page(stage, ROWS, own));
    expect(seen.heading).toBe(stage.t('timetable.my_week'));
    expect(seen.textsOf('lead')).toEqual([stage.t('timetable.week_of', { from: '2026-03-09', until: '2026-03-15' })]);
    expect(seen.textsOf('sheet-span')).toEqual([GULNAR.zh]);
    expectWeek(stage, seen);
    expect(seen.textsOf('sheet-who')[0]).toBe(stage.one('琵琶泉实训室', 'Pipa Lab'));
    expect(seen.link(stage.t('teaching.title'))).toBe('/teaching');
  });

  inEachLanguage('without sessions, in a year without notice, says both', (stage) => {
    const seen = ownView(stage, page(stage, [], { subjectKind: 'instructor', unpublished: '2027' }));
    expect(seen.textsOf('sheet-none')[0]).toBe(stage.t('timetable.no_sessions'));
    expect(seen.words).toContain(stage.t('timetable.unpublished', { years: '2027' }));
  });
});
