import type { FeedView } from '../../../../src/scheduling/feeds/web/feed-addresses.js';
import { type FeedOwnerView, OFFICE_FEEDS } from '../../../../src/scheduling/feeds/web/feed-owners.js';
import type { FeedPage, FeedsPage } from '../../../../src/scheduling/feeds/web/feeds.controller.js';
import type { MyCalendarPage } from '../../../../src/scheduling/feeds/web/my-calendar.controller.js';
import { inEachLanguage, type RenderedView, type Stage, viewOf } from '../../../support/views/rendered-view.js';

const office = { viewer: 'coordinator', path: '/office/feeds' } as const;
const listView = viewOf<FeedsPage>('scheduling/feeds/index', office);
const showView = viewOf<FeedPage>('scheduling/feeds/show', office);
const ownView = viewOf<MyCalendarPage>('scheduling/feeds/my-calendar', { viewer: 'trainee', path: '/my/calendar' });

const NOT_MADE: FeedView = { address: null, webcal: null };
const MADE: FeedView = {
  address: 'https://academy.example/calendar/secret.ics',
  webcal: 'webcal://academy.example/calendar/secret.ics',
};

function owner(change: Partial<FeedOwnerView> = {}): FeedOwnerView {
  return {
    kind: 'room',
    ownerId: 'r1',
    name: '琵琶泉实训室',
    note: 'PIPA',
    feedAt: '/office/feeds/room/PIPA',
    page: '/office/rooms/PIPA',
    madeOn: null,
    found: 'pipa',
    ...change,
  };
}

const instructor = owner({
  ...{ kind: 'instructor', ownerId: 'i1', name: '古丽娜尔·买买提艾力', note: null, madeOn: '2026-03-09' },
  ...{ feedAt: '/office/feeds/instructor/i1', page: '/office/instructors/i1' },
});

/** What is said and done where an address is in force, or where there is none. */
function expectFeed(stage: Stage, seen: RenderedView, { feed, at }: { feed: FeedView; at: string }): void {
  const isMade = feed.address !== null;
  expect(seen.textsOf('feed-address')).toEqual(isMade ? [feed.address] : []);
  expect(seen.link(stage.t('feed.subscribe'))).toBe(feed.webcal);
  expect(seen.button(stage.t('feed.make'))).toBe(isMade ? null : `post ${at}`);
  expect(seen.button(stage.t('feed.replace'))).toBe(isMade ? `post ${at}` : null);
  expect(seen.button(stage.t('feed.revoke'))).toBe(isMade ? `post ${at}/revocation` : null);
  expect(seen.words.includes(stage.t('feed.secret_hint'))).toBe(isMade);
  const copied = seen.main.all('button').flatMap((one) => one.attribute('data-copy') ?? []);
  expect(copied).toEqual(isMade ? [feed.address] : []);
  expect(seen.textsOf('steps')[0]).toBe(['1', '2', '3'].map((step) => stage.t(`feed.how_${step}`)).join(' '));
}

describe('the addresses of rooms and instructors', () => {
  function page(stage: Stage, owners: readonly FeedOwnerView[], change: Partial<FeedsPage> = {}): FeedsPage {
    const kind = change.kind ?? 'room';
    const made = owners.filter(({ madeOn }) => madeOn !== null).length;
    return {
      ...{ kind, owners, q: '', filtered: false },
      counted: stage.t('feed.count', { count: owners.length, made }),
      kinds: OFFICE_FEEDS.map((one) => ({
        ...{ href: `/office/feeds?of=${one}`, current: one === kind, count: null },
        label: stage.t(`feed.of_${one}`),
      })),
      ...change,
    };
  }

  inEachLanguage('without rooms say who adds them', (stage) => {
    const seen = listView(stage, page(stage, []));
    expect(seen.words).toContain(`${stage.t('feed.none_room')} ${stage.t('feed.none_text')}`);
    expect(seen.link(stage.t('feed.of_instructor'))).toBe('/office/feeds?of=instructor');
    expect(seen.control('q')?.label).toBe(stage.t('feed.search_room'));
    expect(seen.hidden('of')).toEqual(['room']);
    expect(seen.rows).toEqual([]);
  });

  inEachLanguage('without instructors say so', (stage) => {
    const seen = listView(stage, page(stage, [], { kind: 'instructor' }));
    expect(seen.words).toContain(stage.t('feed.none_instructor'));
    expect(seen.control('q')?.label).toBe(stage.t('feed.search_instructor'));
    expect(seen.hidden('of')).toEqual(['instructor']);
  });

  inEachLanguage('of which the search finds none lead to all of that kind', (stage) => {
    const seen = listView(stage, page(stage, [], { kind: 'instructor', q: '<x>', filtered: true }));
    expect(seen.words).toContain(stage.t('list.nothing_found'));
    expect(seen.control('q')?.value).toBe('<x>');
    expect(seen.links(stage.t('list.clear'))).toEqual(Array(2).fill('/office/feeds?of=instructor'));
  });

  inEachLanguage('are listed with the day on which each was made', (stage) => {
    const long = owner({ name: '室'.repeat(100), note: null, madeOn: '2026-12-31' });
    const seen = listView(stage, page(stage, [owner(), long]));
    expect(seen.words).toContain(stage.t('feed.count', { count: 2, made: 1 }));
    expect(seen.rows).toEqual([
      ['琵琶泉实训室 PIPA', stage.t('feed.none_made'), `${stage.t('feed.open_to_make')} 琵琶泉实训室`],
      [long.name, stage.t('feed.made_on', { day: '2026-12-31' }), `${stage.t('feed.open')} ${long.name}`],
    ]);
    expect(seen.link('琵琶泉实训室')).toBe('/office/feeds/room/PIPA');
  });

  inEachLanguage('of one instructor lead to it', (stage) => {
    const seen = listView(stage, page(stage, [instructor], { kind: 'instructor' }));
    expect(seen.words).toContain(stage.t('feed.count', { count: 1, made: 1 }));
    expect(seen.main.all('th')[0]?.text).toBe(stage.t('feed.of_instructor'));
    expect(seen.link(`${stage.t('feed.open')} ${instructor.name}`)).toBe('/office/feeds/instructor/i1');
  });
});

describe.each([
  ['room', owner()],
  ['instructor', instructor],
] as const)('the address of one %s', (kind, one) => {
  inEachLanguage('is made where there is none', (stage) => {
    const seen = showView(stage, { owner: one, feed: NOT_MADE, listAt: `/office/feeds?of=${kind}`, mayOpen: true });
    expect(seen.heading).toBe(one.name);
    expect(seen.textsOf('over')).toEqual([stage.t(`feed.${kind}_title`)]);
    expect(seen.textsOf('lead')).toEqual([stage.t(`feed.${kind}_lead`)]);
    expect(seen.link(stage.t('feed.list_title'))).toBe(`/office/feeds?of=${kind}`);
    expect(seen.link(stage.t(`feed.${kind}_page`))).toBe(one.page);
    expectFeed(stage, seen, { feed: NOT_MADE, at: one.feedAt });
  });

  inEachLanguage('is shown, replaced or taken back; who may not open the page has no link to it', (stage) => {
    const seen = showView(stage, { owner: one, feed: MADE, listAt: `/office/feeds?of=${kind}`, mayOpen: false });
    expect(seen.link(stage.t(`feed.${kind}_page`))).toBeNull();
    expectFeed(stage, seen, { feed: MADE, at: one.feedAt });
  });
});

describe("one's own address", () => {
  inEachLanguage('is made, or shown with what can be done about it, to trainees and instructors', (stage) => {
    for (const feed of [NOT_MADE, MADE])
      for (const viewer of ['trainee', 'instructor'] as const) {
        const seen = ownView(stage, { feed }, { viewer });
        expect(seen.heading).toBe(stage.t('feed.my_title'));
        expect(seen.words).toContain(stage.t('feed.my_lead'));
        expectFeed(stage, seen, { feed, at: '/my/calendar' });
      }
  });
});
