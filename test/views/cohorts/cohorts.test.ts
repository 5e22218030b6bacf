import type { CohortListPage } from '../../../src/cohorts/web/cohort-list.controller.js';
import { instantOf, pagesOf } from '../../../src/platform/index.js';
import { inEachLanguage, type Stage, viewOf } from '../../support/views/rendered-view.js';

type Line = CohortListPage['lines'][number];

const view = viewOf<CohortListPage>('cohorts/cohort/index', { viewer: 'coordinator', path: '/office/cohorts' });

function line(stage: Stage, change: Partial<Line> = {}): Line {
  return {
    code: 'AZ-104-2026-12',
    state: 'confirmed',
    delivery: 'onsite',
    titleZh: 'Azure 管理员',
    titleEn: 'Azure administrator',
    startsOn: '2026-12-31',
    endsOn: '2027-01-08',
    capacity: 20,
    taken: 0,
    waiting: 0,
    sessions: 0,
    nextStart: null,
    phase: 'confirmed',
    heading: stage.one('Azure 管理员', 'Azure administrator'),
    isFull: false,
    stateText: stage.t('cohort.state_confirmed'),
    deliveryText: stage.t('cohort.delivery_onsite'),
    seatsText: stage.t('cohort.seats_of', { taken: 0, capacity: 20 }),
    ...change,
  };
}

function page(lines: readonly Line[], change: Partial<CohortListPage> = {}): CohortListPage {
  return {
    q: '',
    states: [],
    tracks: [],
    months: [],
    sorts: [{ value: 'next', label: 'A', selected: true }],
    onlyWithSeats: false,
    filtered: false,
    count: lines.length,
    lines,
    pages: pagesOf('/office/cohorts', { page: 1, size: 25, count: lines.length }),
    ...change,
  };
}

describe('the list of cohorts', () => {
  inEachLanguage('that is empty links twice to planning the first one', (stage) => {
    const seen = view(stage, page([]));
    expect(seen.heading).toBe(stage.t('cohort.list_title'));
    expect(seen.words).toContain(stage.t('cohort.none'));
    expect(seen.links(stage.t('cohort.new'))).toEqual(['/office/cohorts/new', '/office/cohorts/new']);
  });

  inEachLanguage('filtered without result keeps the filter and links to all', (stage) => {
    const seen = view(stage, page([], { q: 'az', onlyWithSeats: true, filtered: true }));
    expect(seen.words).toContain(stage.t('list.nothing_found'));
    expect(seen.words).not.toContain(stage.t('cohort.none'));
    expect(seen.links(stage.t('list.clear'))).toEqual(['/office/cohorts', '/office/cohorts']);
    expect(seen.control('q')?.value).toBe('az');
    expect(seen.control('seats')).toMatchObject({ isChosen: true, label: stage.t('cohort.only_with_seats') });
    expect(seen.control('sort')).toMatchObject({ value: 'next', label: stage.t('cohort.sort') });
  });

  const nextStart = instantOf('2027-01-01', '08:30');
  const days: [string, Partial<Line>, (stage: Stage) => string][] = [
    ['no session at all', {}, (stage) => stage.t('cohort.schedule_them')],
    ['only past sessions', { sessions: 3 }, (stage) => stage.t('cohort.no_more_sessions')],
    ['a next session', { sessions: 3, nextStart }, (stage) => stage.translator.format.moment(nextStart)],
  ];
  describe.each(days)('with a cohort that has %s', (_, change, next) => {
    inEachLanguage('shows it in its row', (stage) => {
      const seen = view(stage, page([line(stage, change)]));
      const { day } = stage.translator.format;
      expect(seen.rows).toEqual([
        [
          `${stage.one('Azure 管理员', 'Azure administrator')} AZ-104-2026-12 · ${stage.t('cohort.delivery_onsite')}`,
          stage.t('cohort.state_confirmed'),
          `${day('2026-12-31')}${stage.t('cohort.until', { date: '2027-01-08' })}`,
          next(stage),
          stage.t('cohort.seats_of', { taken: 0, capacity: 20 }),
        ],
      ]);
      expect(seen.hrefs.includes('/office/cohorts/AZ-104-2026-12/sessions')).toBe(change.sessions === undefined);
    });
  });

  inEachLanguage('of many shows their number and links to the next page', (stage) => {
    const lines = Array.from({ length: 25 }, (_, at) => line(stage, { code: `C-${at}` }));
    const pages = pagesOf('/office/cohorts?sort=start&page=2', { page: 2, size: 25, count: 1001 });
    const seen = view(stage, page(lines, { count: 1001, pages }));
    expect(seen.words).toContain(stage.t('cohort.count', { count: 1001 }));
    expect(seen.link(stage.t('list.previous'))).toBe('/office/cohorts?sort=start');
    expect(seen.link(stage.t('list.page', { page: 41 }))).toBe('/office/cohorts?sort=start&page=41');
  });
});
