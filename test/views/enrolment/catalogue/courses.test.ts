import { pagesOf, selectOptions } from '../../../../src/platform/index.js';
import type { CatalogueRow } from '../../../../src/enrolment/data/catalogue.js';
import { cardOf, type CataloguePage } from '../../../../src/enrolment/web/catalogue.page.js';
import { inEachLanguage, type Stage, viewOf } from '../../../support/views/rendered-view.js';

const view = viewOf<CataloguePage>('enrolment/catalogue/index', { path: '/courses' });

function row(change: Partial<CatalogueRow> = {}): CatalogueRow {
  return {
    code: 'AZ-104',
    titleZh: 'Azure 管理员',
    titleEn: 'Azure administrator',
    summaryZh: '管理云资源。',
    summaryEn: 'Run cloud resources.',
    trackZh: '云计算',
    trackEn: 'Cloud',
    level: 'intermediate',
    days: 4,
    hours: 32,
    nextStart: '2026-12-31',
    freeSeats: 3,
    ...change,
  };
}

function page(stage: Stage, rows: readonly CatalogueRow[], change: Partial<CataloguePage> = {}): CataloguePage {
  const option = { value: 'CLOUD', label: stage.one('云计算', 'Cloud') };
  return {
    q: '',
    tracks: selectOptions([option], ''),
    levels: [],
    months: [],
    seatsOnly: false,
    filtered: false,
    count: rows.length,
    cards: rows.map((one) => cardOf(one, stage.context())),
    pages: pagesOf('/courses', { page: 1, size: 24, count: rows.length }),
    ...change,
  };
}

describe('the catalogue', () => {
  inEachLanguage('without courses has no filter to clear', (stage) => {
    const seen = view(stage, page(stage, []));
    expect(seen.heading).toBe(stage.t('catalogue.title'));
    expect(seen.words).toContain(stage.t('catalogue.none'));
    expect(seen.link(stage.t('list.clear'))).toBeNull();
  });

  inEachLanguage('keeps the filter when nothing matches, and links back to all courses', (stage) => {
    const filter = { q: '"><b>', seatsOnly: true, filtered: true };
    const chosen = { tracks: selectOptions([{ value: 'CLOUD', label: 'C' }], 'CLOUD') };
    const seen = view(stage, page(stage, [], { ...filter, ...chosen }));
    expect(seen.words).toContain(stage.t('list.nothing_found'));
    expect(seen.words).not.toContain(stage.t('catalogue.none'));
    expect(seen.links(stage.t('list.clear'))).toEqual(['/courses', '/courses']);
    expect(seen.control('q')).toMatchObject({ value: '"><b>', label: stage.t('catalogue.search') });
    expect(seen.control('track')).toMatchObject({ value: 'CLOUD', label: stage.t('catalogue.track') });
    expect(seen.control('seats')).toMatchObject({ isChosen: true, label: stage.t('catalogue.seats_only') });
  });

  const offers: [string, Partial<CatalogueRow>, (stage: Stage) => string | null][] = [
    ['free seats', {}, (stage) => stage.t('catalogue.seats_left', { count: 3 })],
    ['one free seat', { freeSeats: 1 }, (stage) => stage.t('catalogue.seats_left', { count: 1 })],
    ['no free seat', { freeSeats: 0 }, (stage) => stage.t('catalogue.waitlist_open')],
    ['no cohort that takes enrolments', { nextStart: null, freeSeats: null }, () => null],
  ];
  describe.each(offers)('shows a course with %s', (_, change, badge) => {
    inEachLanguage('with its length, its next day and its seats', (stage) => {
      const seen = view(stage, page(stage, [row(change)]));
      expect(seen.link(stage.one('Azure 管理员', 'Azure administrator'))).toBe('/courses/AZ-104');
      expect(seen.words).toContain(stage.t('catalogue.length', { count: 4, hours: 32 }));
      const next = stage.t('catalogue.next', { date: '2026-12-31' });
      expect(seen.words.includes(next)).toBe(badge(stage) !== null);
      expect(seen.textsOf('badge')).toEqual([badge(stage)].filter((text) => text !== null));
    });
  });

  inEachLanguage('shows a course named in one language by that name in both', (stage) => {
    const name = '课'.repeat(200);
    const seen = view(stage, page(stage, [row({ titleZh: name, titleEn: '', summaryZh: '', summaryEn: '' })]));
    expect(seen.link(name)).toBe('/courses/AZ-104');
    expect(seen.textsOf('card-text')).toEqual([]);
  });

  inEachLanguage('shows the total and links to the next page, keeping the filter', (stage) => {
    const rows = Array.from({ length: 24 }, (_, at) => row({ code: `C-${at}` }));
    const pages = pagesOf('/courses?level=beginner', { page: 1, size: 24, count: 49 });
    const seen = view(stage, page(stage, rows, { count: 49, pages, filtered: true }));
    expect(seen.words).toContain(stage.t('catalogue.count', { count: 49 }));
    expect(seen.textsOf('course-card')).toHaveLength(24);
    expect(seen.link(stage.t('list.next'))).toBe('/courses?level=beginner&page=2');
    expect(seen.link(stage.t('list.previous'))).toBeNull();
  });
});
