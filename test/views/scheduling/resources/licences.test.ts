import { formView, instantOf, optionsOf, typedFrom } from '../../../../src/platform/index.js';
import { POOL_KINDS } from '../../../../src/scheduling/core/data/licence-pool.entity.js';
import type { LicencePoolRow, PoolHold } from '../../../../src/scheduling/resources/data/licence-queries.js';
import { POOL_STATES } from '../../../../src/scheduling/resources/domain/licence-term.js';
import {
  licenceFilters,
  licenceQuery,
  poolUse,
  poolView,
} from '../../../../src/scheduling/resources/web/licence.page.js';
import type { LicencePage } from '../../../../src/scheduling/resources/web/licence.page.js';
import type { LicenceFormPage, LicencesPage } from '../../../../src/scheduling/resources/web/licences.controller.js';
import { LicencePoolForm } from '../../../../src/scheduling/resources/web/licence.form.js';
import { faultsOn, faultyIn } from '../../../support/views/form-views.js';
import { inEachLanguage, type Stage, viewOf } from '../../../support/views/rendered-view.js';
import { SCRIPT, TODAY, titleOf } from './resource-models.js';
import { headFaults } from './table-heads.js';

const office = { viewer: 'coordinator', path: '/office/licences' } as const;
const listView = viewOf<LicencesPage>('scheduling/resources/licences/index', office);
const view = viewOf<LicencePage>('scheduling/resources/licences/show', office);
const formPageView = viewOf<LicenceFormPage>('scheduling/resources/licences/edit', office);

function pool(change: Partial<LicencePoolRow> = {}): LicencePoolRow {
  return {
    id: 'p1',
    kind: 'software',
    product: 'Visual Studio',
    edition: null,
    vendor: null,
    agreement: 'EA-2026',
    seats: 1,
    validFrom: '2026-01-01',
    validUntil: null,
    closedAt: null,
    ...change,
  };
}

const full = pool({
  id: 'p2',
  kind: 'cloudLab',
  product: '长'.repeat(100),
  edition: SCRIPT,
  vendor: SCRIPT,
  agreement: '单'.repeat(100),
  seats: 100_000,
  validUntil: '2026-03-11',
});

function hold(change: Partial<PoolHold> = {}): PoolHold {
  const [startsAt, endsAt] = ['09:00', '12:00'].map((at) => instantOf('2026-03-11', at)) as [number, number];
  return { startsAt, endsAt, sessionId: 's1', poolId: 'p1', cohort: 'AZ-104-2026-03', number: 3, seats: 1, ...change };
}

function usedIn(stage: Stage, row: LicencePoolRow, held: readonly PoolHold[] = []) {
  return poolUse(stage.context(), row, { held, today: TODAY });
}

describe('the list of licences', () => {
  function page(stage: Stage, rows: readonly LicencePoolRow[], query: Record<string, string> = {}): LicencesPage {
    const asked = licenceQuery(query);
    const url = `/office/licences?${new URLSearchParams(query).toString()}`;
    return {
      pools: rows.map((row) => usedIn(stage, row)),
      found: rows.length,
      soon: 0,
      q: asked.q,
      filtered: Object.keys(query).length > 0,
      ...licenceFilters(stage.translator, asked, url),
    };
  }

  inEachLanguage('that is empty leads to the first one', (stage) => {
    const seen = listView(stage, page(stage, []));
    expect(seen.textsOf('empty-title')).toEqual([stage.t('licence.none')]);
    expect(seen.textsOf('empty-text')).toEqual([stage.t('licence.none_text')]);
    expect(seen.links(stage.t('licence.new'))).toEqual(['/office/licences/new', '/office/licences/new']);
    expect(seen.link(stage.t('licence.report'))).toBe('/office/licences/report');
    expect(seen.words).toContain(stage.t('licence.count', { count: 0 }));
    expect(seen.textsOf('callout')).toEqual([]);
  });

  inEachLanguage('filtered without result keeps the filters in its orders, and leads to all', (stage) => {
    const seen = listView(stage, page(stage, [], { q: SCRIPT, kind: 'cloudLab', state: 'expired', sort: 'until' }));
    expect(seen.textsOf('empty-title')).toEqual([stage.t('list.nothing_found')]);
    expect(seen.textsOf('empty-text')).toEqual([stage.t('list.nothing_found_text')]);
    expect(seen.links(stage.t('list.clear'))).toEqual(['/office/licences', '/office/licences']);
    expect(['q', 'kind', 'state'].map((name) => seen.control(name)?.value)).toEqual([SCRIPT, 'cloudLab', 'expired']);
    expect(seen.control('state')?.options).toEqual([
      stage.t('licence.in_use'),
      ...POOL_STATES.map((state) => stage.t(`licence.state_${state}`)),
    ]);
    expect(seen.main.all('strong').map(({ text }) => text)).toEqual([stage.t('licence.sort_until')]);
    expect(seen.link(stage.t('licence.sort_seats'))).toMatch(/kind=cloudLab&state=expired&sort=seats$/);
    expect(seen.link(stage.t('licence.sort_until'))).toBeNull();
  });

  inEachLanguage('shows one with the least and one with everything, and warns of those that end soon', (stage) => {
    const seen = listView(stage, { ...page(stage, [pool(), full]), soon: 1 });
    const strip = expect.any(String) as string;
    expect(headFaults(seen)).toEqual([]);
    expect(seen.rows).toEqual([
      [
        `Visual Studio ${stage.t('licence.kind.software')}`,
        'EA-2026',
        `${stage.t('licence.state_valid')} ${stage.t('licence.for_good', { from: '2026-01-01' })}`,
        '0 / 1',
        strip,
      ],
      [
        `${'长'.repeat(100)} ${SCRIPT} ${stage.t('licence.kind.cloudLab')} · ${SCRIPT}`,
        '单'.repeat(100),
        `${stage.t('licence.expires_in', { count: 1 })} ${stage.t('qualification.between', {
          from: '2026-01-01',
          until: '2026-03-11',
        })}`,
        `0 / ${stage.translator.format.number(100_000)}`,
        strip,
      ],
    ]);
    expect(seen.link('Visual Studio')).toBe('/office/licences/p1');
    expect(seen.textsOf('callout')[0]).toContain(stage.t('licence.soon_text', { count: 1 }));
    expect(seen.link(stage.t('licence.show_them'))).toBe('/office/licences?state=soon');
    expect(seen.words).toContain(stage.t('licence.use_legend'));
  });

  const states: [string, Partial<LicencePoolRow>][] = [
    ['expired', { validUntil: '2026-03-09' }],
    ['pending', { validFrom: '2026-03-11', validUntil: '2027-03-11' }],
    ['closed', { closedAt: 1, validUntil: '2026-03-09' }],
  ];
  inEachLanguage('names what has run out, is not valid yet, or is closed', (stage) => {
    const seen = listView(
      stage,
      page(
        stage,
        states.map(([, change]) => pool(change)),
      ),
    );
    const said = states.map(([state]) => expect.stringContaining(stage.t(`licence.state_${state}`)) as string);
    expect(headFaults(seen)).toEqual([]);
    expect(seen.rows.map((cells) => cells[2])).toEqual(said);
    const today = listView(stage, page(stage, [pool({ validUntil: TODAY })]));
    expect(today.rows[0]?.[2]).toContain(stage.t('licence.expires_in', { count: 0 }));
  });
});

describe('a licence', () => {
  function page(stage: Stage, row: LicencePoolRow, change: Partial<LicencePage> = {}): LicencePage {
    return { pool: usedIn(stage, row), sessions: [], more: 0, refusals: [], ...change };
  }

  inEachLanguage('that nothing uses says so, and leads to everything that can be done', (stage) => {
    const seen = view(stage, page(stage, pool()));
    expect(seen.heading).toBe(`Visual Studio ${stage.t('licence.state_valid')}`);
    expect(seen.textsOf('over')).toEqual(['EA-2026']);
    expect(seen.facts).toEqual({
      [stage.t('licence.kind_label')]: stage.t('licence.kind.software'),
      [stage.t('licence.vendor')]: stage.t('layout.nothing'),
      [stage.t('licence.agreement')]: 'EA-2026',
      [stage.t('licence.seats')]: '1',
      [stage.t('licence.term')]: stage.t('licence.for_good', { from: '2026-01-01' }),
    });
    expect(seen.words).toContain(stage.t('licence.no_sessions'));
    expect(seen.textsOf('meter-text')).toEqual([stage.t('licence.peak', { peak: 0, count: 1 })]);
    expect(seen.link(stage.t('licence.change'))).toBe('/office/licences/p1/edit');
    expect(seen.link(stage.t('licence.report'))).toBe('/office/licences/report?pool=p1');
    expect(seen.button(stage.t('licence.close'))).toBe('post /office/licences/p1/closure');
    expect(seen.textsOf('callout')).toEqual([]);
  });

  inEachLanguage('says its peak of each week, the sessions ahead and how many more there are', (stage) => {
    const held = [hold({ seats: 99_999 }), hold({ seats: 1 }), hold({ startsAt: instantOf('2026-03-16', '09:00') })];
    const span = stage.t('session.span', { day: '2026-03-11', startsAt: hold().startsAt, endsAt: hold().endsAt });
    const sessions = [
      { href: '/office/cohorts/AZ/sessions', cohort: 'AZ-104-2026-03', number: 3, span, seats: 99_999 },
    ];
    const seen = view(stage, { ...page(stage, full, { sessions, more: 1 }), pool: usedIn(stage, full, held) });
    expect(seen.textsOf('meter-text')).toEqual([stage.t('licence.peak', { peak: 100_000, count: 100_000 })]);
    const week = { monday: '2026-03-09', seats: 100_000, of: 100_000, sessions: 2 };
    expect(seen.words).toContain(stage.t('licence.week_use', week));
    expect(headFaults(seen)).toEqual([]);
    expect(seen.rows).toEqual([
      [span, `AZ-104-2026-03 ${stage.t('session.nth', { number: 3 })}`, stage.translator.format.number(99_999)],
    ]);
    expect(seen.link('AZ-104-2026-03')).toBe('/office/cohorts/AZ/sessions');
    expect(seen.words).toContain(stage.t('availability.more_hit', { count: 1 }));
    expect(seen.words).not.toContain(stage.t('licence.no_sessions'));
    expect(seen.facts[stage.t('licence.vendor')]).toBe(SCRIPT);
  });

  inEachLanguage('that is closed says so and can be opened again', (stage) => {
    const seen = view(stage, page(stage, pool({ closedAt: 1 })));
    expect(seen.textsOf('callout')).toEqual([stage.t('licence.closed_text')]);
    expect(seen.heading).toContain(stage.t('licence.state_closed'));
    expect(seen.button(stage.t('licence.reopen'))).toBe('post /office/licences/p1/reopening');
    expect(seen.button(stage.t('licence.close'))).toBeNull();
  });

  inEachLanguage('that cannot be closed says why', (stage) => {
    const seen = view(stage, page(stage, pool(), { refusals: [SCRIPT] }));
    expect(seen.textsOf('callout')).toEqual([`${stage.t('layout.blockers', { count: 1 })} ${SCRIPT}`]);
  });
});

describe('the form of a licence', () => {
  function page(stage: Stage, row: LicencePoolRow | null, typed = {}): LicenceFormPage {
    const options = { kind: optionsOf(stage.translator, 'licence.kind', POOL_KINDS) };
    return {
      pool: row && poolView(stage.context(), row, TODAY),
      form: formView(LicencePoolForm, stage.translator, { typed: typedFrom({ ...row, ...typed }), options }),
    };
  }

  inEachLanguage('that is new begins as software, and is added', (stage) => {
    const seen = formPageView(stage, page(stage, null, { kind: 'software' }));
    expect(seen.heading).toBe(stage.t('licence.new'));
    expect(titleOf(seen)).toBe(stage.t('licence.form_title'));
    expect(seen.controls('kind').map(({ label, isChosen }) => [label, isChosen])).toEqual([
      [stage.t('licence.kind.software'), true],
      [stage.t('licence.kind.cloudLab'), false],
    ]);
    expect(seen.control('validUntil')?.label).toBe(`${stage.t('licence.valid_until')} ${stage.t('form.optional')}`);
    expect(seen.button(stage.t('licence.add'))).toBe('post /office/licences');
    expect(seen.link(stage.t('form.cancel'))).toBe('/office/licences');
  });

  inEachLanguage('of one on record shows what is known', (stage) => {
    const seen = formPageView(stage, page(stage, full));
    expect(seen.heading).toBe(`${'长'.repeat(100)} ${SCRIPT}`);
    const names = ['product', 'edition', 'vendor', 'seats', 'agreement', 'validFrom', 'validUntil'];
    expect(names.map((name) => seen.control(name)?.value)).toEqual([
      ...['长'.repeat(100), SCRIPT, SCRIPT, '100000', '单'.repeat(100), '2026-01-01', '2026-03-11'],
    ]);
    expect(seen.controls('kind').find(({ isChosen }) => isChosen)?.value).toBe('cloudLab');
    expect(seen.button(stage.t('licence.save'))).toBe('post /office/licences/p2');
    expect(seen.link(stage.t('form.cancel'))).toBe('/office/licences/p2');
  });

  inEachLanguage('that failed keeps what was typed, with each fault beside its field', (stage) => {
    const typed = { seats: '0', validFrom: '31.12.', agreement: '', product: SCRIPT };
    const known = page(stage, pool(), typed);
    const form = faultyIn(known.form);
    const seen = formPageView(stage, { ...known, form });
    expect(seen.faults).toEqual(faultsOn(form));
    for (const [name, value] of Object.entries(typed)) expect(seen.control(name)?.value).toBe(value);
    expect(seen.textsOf('problems-title')).toEqual([stage.t('form.problems', { count: 8 })]);
  });
});
