import { ROOM_KINDS } from '../../../../src/scheduling/core/index.js';
import { BYS } from '../../../../src/scheduling/sessions/web/grid/timetable-selection.js';
import { MARKS } from '../../../../src/scheduling/sessions/web/grid/timetable-marks.js';
import { undoOf } from '../../../../src/scheduling/sessions/web/grid/timetable-undo.js';
import type { TimetablePage } from '../../../../src/scheduling/sessions/web/grid/timetable.page.js';
import { inEachLanguage, viewOf } from '../../../support/views/rendered-view.js';
import { several, timetablePage } from './timetable-model.js';

const view = viewOf<TimetablePage>('scheduling/sessions/timetable/index', {
  ...{ viewer: 'coordinator', path: '/office/timetable' },
});
const WEEK = '/office/timetable?week=2026-03-09';

describe('a week of the timetable', () => {
  inEachLanguage('without sessions says so, and leads to other weeks and views', (stage) => {
    const seen = view(stage, timetablePage(stage));
    expect(seen.textsOf('lead')).toEqual([stage.t('timetable.week_of', { from: '2026-03-09', until: '2026-03-15' })]);
    expect(seen.textsOf('empty-title')).toEqual([stage.t('timetable.none_week')]);
    expect(seen.words).toContain(stage.t('session.count', { count: 0 }));
    expect(seen.textsOf('week-none')).toEqual(Array(7).fill(stage.t('timetable.no_sessions')));
    expect(seen.link(stage.t('timetable.earlier_week'))).toBe('/office/timetable?week=2026-03-02');
    expect(seen.link(stage.t('timetable.this_week'))).toBe(WEEK);
    expect(seen.link(stage.t('timetable.later_week'))).toBe('/office/timetable?week=2026-03-16');
    expect(seen.link(stage.t('timetable.view_month'))).toBe('/office/timetable?view=month&week=2026-03-09');
    expect(seen.link(stage.t('timetable.view_use'))).toBe('/office/timetable/use');
    expect(seen.link(stage.t('timetable.by_instructor'))).toBe(`${WEEK}&by=instructor`);
    expect(seen.link(stage.t('clash.list_title'))).toBe('/office/clashes');
    expect(seen.link(stage.t('feed.list_title'))).toBe('/office/feeds');
    for (const key of ['timetable.whole_week', 'timetable.door_sheet', 'list.clear'])
      expect(seen.link(stage.t(key))).toBeNull();
    expect(seen.button(stage.t('timetable.undo'))).toBeNull();
  });

  inEachLanguage('shows its sessions under their days, with holidays named and today marked', (stage) => {
    const seen = view(stage, timetablePage(stage, { rows: [{}, { id: 's2', state: 'held', number: 4 }] }));
    const name = stage.one('春分', 'Equinox');
    expect(seen.words).toContain(stage.t('session.count', { count: 2 }));
    expect(seen.textsOf('empty-title')).toEqual([]);
    expect(seen.textsOf('block-name')).toEqual(['AZ-104-2026-03 · 3', 'AZ-104-2026-03 · 4']);
    expect(seen.textsOf('day-about')).toContain(
      `${stage.t('calendar.kind_holiday')}${stage.t('calendar.named', { name })}`,
    );
    expect(seen.textsOf('now-clock')).toEqual(['10:20']);
    const current = seen.main.all('a').filter((one) => one.attribute('aria-current') === 'date');
    expect(current.map((one) => one.attribute('href'))).toEqual(['#day-2026-03-10', '/day/2026-03-10']);
    expect(seen.hrefs).toContain('/office/sessions/s1/move');
    expect(seen.hrefs).toContain('/sessions/s2/register');
    const strip = seen.main.all('small').map(({ text }) => text);
    expect(strip).toEqual(['–', '–', '2', '–', '–', '–', '–']);
  });

  inEachLanguage('counts what finds no place, and leads to the day', (stage) => {
    const seen = view(stage, timetablePage(stage, { rows: several(12) }));
    const more = seen.textsOf('slot-more');
    expect(more).toHaveLength(1);
    const hidden = seen.main.inner.filter((one) => one.hasClass('block-over'));
    expect(more[0]).toBe(stage.t('timetable.more', { count: hidden.length }));
    expect(seen.link(more[0]!)).toBe('/day/2026-03-11');
    const crowded = view(
      stage,
      timetablePage(stage, {
        rows: ['08:30', '09:00', '09:30', '10:00', '10:30'].flatMap((at) => several(1, [at, '12:00'])),
      }),
    );
    expect(crowded.textsOf('crowd')).toHaveLength(1);
    expect(crowded.textsOf('block-name')).toHaveLength(5);
  });

  inEachLanguage('in a year without notice may change; its calendar is a step away for those who keep it', (stage) => {
    const heading = stage.t('calendar.week_not_published', { year: '2027' });
    const open = stage.t('calendar.open_year', { year: '2027' });
    const href = '/office/calendar?year=2027';
    const kept = view(stage, timetablePage(stage, {}, { notPublished: { year: '2027', href } }));
    expect([kept.textsOf('callout-title'), kept.link(open)]).toEqual([[heading], href]);
    const seen = view(stage, timetablePage(stage, {}, { notPublished: { year: '2027', href: null } }));
    expect([seen.textsOf('callout-title'), seen.link(open)]).toEqual([[heading], null]);
  });

  inEachLanguage('after a move offers to take it back', (stage) => {
    const before = {
      ...{ sessionId: 's1', date: '2026-03-11', startTime: '09:00', endTime: '12:00', roomId: 'r1' },
      ...{ instructorId: '', replacesId: 'i2', sequence: 5 },
    };
    const undo = undoOf(before, { cohort: 'AZ-104-2026-03', number: 3 }, WEEK);
    const seen = view(stage, timetablePage(stage, {}, { undo }));
    const { startsAt, endsAt } = undo;
    const said = { cohort: 'AZ-104-2026-03', number: 3, date: '2026-03-11', startsAt, endsAt };
    expect(seen.textsOf('undo')[0]).toContain(stage.t('timetable.undo_text', said));
    expect(seen.button(stage.t('timetable.undo'))).toBe('post /office/sessions/s1/placement');
    const sent = ['startTime', 'instructorId', 'replacesId', 'sequence'].map((name) => seen.hidden(name)[0]);
    expect(sent).toEqual(['09:00', '', 'i2', '5']);
    expect(seen.hidden('back')).toEqual([WEEK, WEEK]);
  });
});

describe('what of the timetable is looked at', () => {
  inEachLanguage('is narrowed by filters that keep what was chosen', (stage) => {
    const query = { q: '<b>', track: 'cloud', kind: ROOM_KINDS[0], room: 'r2', state: 'held' };
    const seen = view(stage, timetablePage(stage, { query }));
    const chosen = ['q', 'track', 'kind', 'room'].map((name) => seen.control(name)?.value);
    expect(chosen).toEqual(['<b>', 'cloud', ROOM_KINDS[0], 'r2']);
    expect(seen.control('room')).toMatchObject({ label: stage.t('timetable.one_room') });
    expect(seen.control('track')?.options).toEqual([stage.t('list.any'), stage.one('云计算', 'Cloud')]);
    expect([seen.hidden('view'), seen.hidden('week'), seen.hidden('state')]).toEqual([
      ['week'],
      ['2026-03-09'],
      ['held'],
    ]);
    expect(seen.words).toContain(stage.t('list.nothing_found'));
    expect(seen.links(stage.t('list.clear'))).toEqual([WEEK, WEEK]);
    expect(seen.link(stage.t('timetable.door_sheet'))).toBe('/office/timetable/door?room=r2&week=2026-03-09');
  });

  describe.each(BYS)('by %s', (by) => {
    inEachLanguage('names one of them alone', (stage) => {
      const seen = view(stage, timetablePage(stage, { query: { by, [by]: 'r1' } }));
      expect(seen.control(by)).toMatchObject({ label: stage.t(`timetable.one_${by}`), value: 'r1' });
      const current = seen.main.all('a').filter((one) => one.attribute('aria-current') === 'true');
      expect(current.map(({ text }) => text)).toEqual([stage.t(`timetable.by_${by}`)]);
      const word = by === 'room' ? 'timetable.door_sheet' : 'timetable.instructor_sheet';
      expect(seen.link(stage.t(word)) === null).toBe(by === 'cohort');
    });
  });

  inEachLanguage('is explained by a legend that counts each mark, of which one may be looked at alone', (stage) => {
    const seen = view(stage, timetablePage(stage, { query: { state: 'held' }, counts: { held: 3 } }));
    const items = seen.textsOf('legend-item');
    expect(items).toHaveLength(MARKS.length + 1);
    expect(items[0]).toBe(stage.t('timetable.mark_planned'));
    expect(items).toContain(`${stage.t('timetable.mark_held')} 3 ${stage.t('timetable.show_all')}`);
    expect(items).toContain(`${stage.t('timetable.mark_cancelled')} 0`);
    expect(seen.textsOf('legend-none')).toHaveLength(MARKS.length - 1);
    expect(seen.link(items.find((text) => text.includes('3'))!)).toBe(WEEK);
    expect(seen.link(`${stage.t('timetable.mark_cancelled')} 0`)).toBe(`${WEEK}&state=cancelled`);
  });
});

describe('one day of the timetable', () => {
  inEachLanguage('leads to the days around it, and back to the week', (stage) => {
    const { format } = stage.translator;
    const seen = view(stage, timetablePage(stage, { query: { day: '2026-03-11' }, rows: [{}] }));
    expect(seen.textsOf('lead')).toEqual([`${format.day('2026-03-11')} ${format.weekday('2026-03-11')}`]);
    expect(seen.link(stage.t('timetable.earlier_day'))).toBe('/office/timetable?day=2026-03-10');
    expect(seen.link(stage.t('timetable.later_day'))).toBe('/office/timetable?day=2026-03-12');
    expect(seen.link(stage.t('timetable.this_day'))).toBe('/office/timetable?day=2026-03-10');
    expect(seen.link(stage.t('timetable.whole_week'))).toBe(WEEK);
    expect([seen.hidden('day'), seen.hidden('week')]).toEqual([['2026-03-11'], []]);
    expect(seen.textsOf('week-one')).toHaveLength(1);
  });
});

describe('a timeline of the timetable', () => {
  inEachLanguage('has a line for each room, and one for what has none', (stage) => {
    const rows = [{}, { id: 's2', roomId: null, room: null }];
    const seen = view(stage, timetablePage(stage, { query: { view: 'timeline' }, rows }));
    const heads = seen.main.all('th').filter((one) => one.attribute('scope') === 'row');
    const hours = (count: string) => stage.t('timetable.hours', { hours: count });
    expect(heads.map(({ text }) => text)).toEqual([
      `${stage.t('session.no_room')} ${hours('3')}`,
      `<琵琶泉> PIPA · ${hours('3')}`,
      `趵突泉 ${hours('0')}`,
    ]);
    expect(seen.link('<琵琶泉>')).toBe(`${WEEK}&room=r1`);
    expect(seen.textsOf('block-name')).toHaveLength(2);
    expect(seen.main.all('th')[0]?.text).toBe(stage.t('timetable.one_room'));
    expect(seen.main.inner.filter((one) => one.hasClass('now'))).toHaveLength(3);
  });

  inEachLanguage('without sessions or lines says so', (stage) => {
    const free = view(stage, timetablePage(stage, { query: { view: 'timeline' } }));
    expect(free.textsOf('empty-title')).toEqual([stage.t('timetable.none_timeline')]);
    expect(free.rows).toHaveLength(2);
    const nothing = view(stage, timetablePage(stage, { query: { view: 'timeline' }, holders: [] }));
    expect(nothing.main.all('table')).toEqual([]);
  });
});

describe('a month of the timetable', () => {
  inEachLanguage('has six weeks, and counts what a day has no room for', (stage) => {
    const seen = view(stage, timetablePage(stage, { query: { view: 'month' }, rows: several(5) }));
    expect(seen.textsOf('lead')).toEqual([stage.translator.format.month('2026-03-01')]);
    expect(seen.rows.flat()).toHaveLength(42);
    expect(seen.textsOf('month-count')).toEqual([stage.t('timetable.sessions_short', { count: 5 })]);
    expect(seen.link(stage.t('timetable.more', { count: 2 }))).toBe('/day/2026-03-11');
    expect(seen.link(stage.t('timetable.earlier_month'))).toBe('/office/timetable?view=month&week=2026-02-01');
    expect(seen.link(stage.t('timetable.this_month'))).toBe('/office/timetable?view=month&week=2026-03-10');
    expect(seen.textsOf('is-outside')).toHaveLength(11);
  });

  inEachLanguage('without sessions says so', (stage) => {
    const seen = view(stage, timetablePage(stage, { query: { view: 'month' } }));
    expect(seen.textsOf('empty-title')).toEqual([stage.t('timetable.none_month')]);
    expect(seen.textsOf('month-count')).toEqual([]);
  });
});
