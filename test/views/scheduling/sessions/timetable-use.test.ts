import { daysAfter } from '../../../../src/platform/index.js';
import { readSelection } from '../../../../src/scheduling/sessions/web/grid/timetable-selection.js';
import { useLine } from '../../../../src/scheduling/sessions/web/grid/timetable-use.js';
import type { UsePage } from '../../../../src/scheduling/sessions/web/grid/timetable-use.controller.js';
import { tabsOf } from '../../../../src/scheduling/sessions/web/grid/timetable.page.js';
import { inEachLanguage, type Stage, viewOf } from '../../../support/views/rendered-view.js';

const view = viewOf<UsePage>('scheduling/sessions/timetable/use', {
  ...{ viewer: 'coordinator', path: '/office/timetable/use' },
});
const MONDAY = '2026-02-23';
const WEEKS = 12;

type Line = Parameters<typeof useLine>[1];

/** Twelve weeks with the same hours. */
const weeks = (used: number, of: number) => Array.from({ length: WEEKS }, () => ({ used, of }));

function page(stage: Stage, lines: readonly Line[] = [], change: Partial<UsePage> = {}): UsePage {
  const { translator } = stage;
  const sort = (by: string) => ({ href: `/office/timetable/use?sort=${by}`, current: false, falling: false });
  const used = lines.map((line) => useLine(translator, line));
  return {
    tabs: tabsOf(translator, readSelection({ week: MONDAY }, MONDAY)).map((tab, at, tabs) => ({
      ...tab,
      current: at === tabs.length - 1,
    })),
    ...{ from: MONDAY, weekCount: WEEKS, q: '', filtered: false, clearHref: `/office/timetable/use?from=${MONDAY}` },
    kinds: [{ value: 'pool', label: stage.t('timetable.use_kind_pool'), selected: false }],
    ...{ earlier: '/use?from=2025-12-01', later: '/use?from=2026-05-18', current: '/use?from=2026-02-23' },
    mondays: Array.from({ length: WEEKS }, (_, at) => daysAfter(MONDAY, 7 * at)).map((monday) => ({
      ...{ monday, word: monday.slice(5), now: monday === '2026-03-09' },
    })),
    sorts: { name: sort('name'), used: sort('used'), share: { ...sort('share'), current: true, falling: true } },
    used,
    totals: used.slice(0, 1),
    found: used.length,
    ...change,
  };
}

const room: Line = { name: '<琵琶泉>', kind: 'room', href: '/office/timetable?room=r1', weeks: weeks(20, 40) };
const pool: Line = { name: 'Visual Studio', kind: 'pool', href: null, weeks: weeks(0, 0) };
const person: Line = {
  name: '古丽娜尔·买买提',
  kind: 'instructor',
  href: '/office/timetable?x=1',
  weeks: weeks(100.04, 0),
};

describe('how full rooms, licences and people are', () => {
  inEachLanguage('says so where there is nothing to count', (stage) => {
    const seen = view(stage, page(stage));
    expect(seen.words).toContain(`${stage.t('timetable.use_none')} ${stage.t('timetable.use_none_text')}`);
    expect(seen.textsOf('lead')).toEqual([stage.t('timetable.use_lead', { from: MONDAY, weeks: WEEKS })]);
    expect(seen.main.all('table')).toEqual([]);
    expect(seen.link(stage.t('timetable.use_earlier', { count: WEEKS }))).toBe('/use?from=2025-12-01');
    expect(seen.link(stage.t('timetable.this_week'))).toBe('/use?from=2026-02-23');
    expect(seen.link(stage.t('timetable.use_later', { count: WEEKS }))).toBe('/use?from=2026-05-18');
    expect(seen.hidden('from')).toEqual([MONDAY]);
  });

  inEachLanguage('leads to all where the search finds none, in the same weeks', (stage) => {
    const kinds = [{ value: 'pool', label: 'Pools', selected: true }];
    const seen = view(stage, page(stage, [], { q: '<x>', filtered: true, kinds }));
    expect(seen.words).toContain(stage.t('list.nothing_found'));
    expect(seen.links(stage.t('list.clear'))).toEqual(Array(2).fill(`/office/timetable/use?from=${MONDAY}`));
    expect([seen.control('q')?.value, seen.control('kind')?.value]).toEqual(['<x>', 'pool']);
  });

  inEachLanguage('has a figure for each week, and says where nothing can be booked', (stage) => {
    const seen = view(stage, page(stage, [room, pool, person]));
    const { format } = stage.translator;
    const closed = `–${stage.t('timetable.use_closed')}`;
    const [first, second, third, total, summed] = seen.rows;
    expect(seen.words).toContain(stage.t('list.count', { count: 3 }));
    expect(first).toEqual([
      `<琵琶泉> ${stage.t('room.kind.room')}`,
      ...Array<string>(WEEKS).fill('50'),
      ...['240', '480', '50%'],
    ]);
    expect(second?.[0]).toBe(
      `Visual Studio ${stage.t('timetable.use_kind_pool')} · ${stage.t('timetable.use_seat_hours')}`,
    );
    expect(second?.slice(1)).toEqual([...Array<string>(WEEKS).fill(closed), ...['0', '0', '–']]);
    expect(third?.slice(-4)).toEqual(['100', format.number(1200.5), '0', '100%']);
    expect(total).toEqual([stage.t('timetable.use_total')]);
    expect(summed).toEqual(first);
    expect(seen.link('<琵琶泉>')).toBe('/office/timetable?room=r1');
    expect(seen.link('Visual Studio')).toBeNull();
    expect(seen.main.all('td')[0]?.attribute('title')).toBe(stage.t('timetable.use_cell', { used: '20', of: '40' }));
  });

  inEachLanguage('spans the totals over all columns, and marks this week', (stage) => {
    const seen = view(stage, page(stage, [room]));
    const columns = seen.main.all('thead')[0]?.all('th').length;
    const total = seen.main.all('th').find(({ text }) => text === stage.t('timetable.use_total'));
    expect(total?.attribute('colspan')).toBe(String(columns));
    const now = seen.main.all('a').filter((one) => one.attribute('aria-current') === 'date');
    expect(now.map((one) => one.attribute('href'))).toEqual(['/office/timetable?view=timeline&week=2026-03-09']);
    expect(seen.textsOf('is-now')).toEqual(['03-09']);
  });

  inEachLanguage('is sorted by name, hours or use, up or down', (stage) => {
    const sorted = (seen: ReturnType<typeof view>) =>
      seen.main.inner.filter((one) => one.hasClass('use-sort')).map((one) => [one.text, one.attribute('aria-sort')]);
    const [name, used, share] = ['name', 'used', 'share'].map((by) => stage.t(`timetable.use_${by}`));
    const seen = view(stage, page(stage, [room]));
    expect(sorted(seen)).toEqual([
      [name, null],
      [used, null],
      [`${share} ↓`, 'descending'],
    ]);
    expect(seen.link(used!)).toBe('/office/timetable/use?sort=used');
    const { sorts } = page(stage);
    const rising = { ...sorts, name: { ...sorts.name, current: true }, share: { ...sorts.share, current: false } };
    expect(sorted(view(stage, page(stage, [room], { sorts: rising })))[0]).toEqual([`${name} ↑`, 'ascending']);
  });
});
