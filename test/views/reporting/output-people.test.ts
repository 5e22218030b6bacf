import { pagesOf } from '../../../src/platform/index.js';
import { type Outcome, OUTCOMES } from '../../../src/reporting/domain/outcomes.js';
import type { OutputPeoplePage } from '../../../src/reporting/web/output-people.controller.js';
import { inEachLanguage, type Stage, viewOf } from '../../support/views/rendered-view.js';

const people = { viewer: 'coordinator', path: '/office/output/people' } as const;
const view = viewOf<OutputPeoplePage>('reporting/output/people', people);

type Line = OutputPeoplePage['rows'][number];

const line: Line = {
  name: '阿依古丽·买买提',
  latin: null,
  href: '/office/trainees/t1',
  reference: 'AZ-1',
  referenceHref: null,
  detail: '长'.repeat(200),
  track: '云',
  on: '2025-12-31',
};

function page(stage: Stage, kind: Outcome, { rows = [], ...change }: Partial<OutputPeoplePage> = {}): OutputPeoplePage {
  return {
    kind,
    kinds: OUTCOMES.map((value) => ({ value, label: stage.t(`output.kind.${value}`), selected: value === kind })),
    tracks: [{ value: 'CLOUD', label: stage.one('云', 'Cloud'), selected: true }],
    inYear: '2025',
    inMonth: null,
    heading: stage.t('output.people_title', { kind: stage.t(`output.kind.${kind}`), span: '2025' }),
    definition: stage.t(`output.means.${kind}`),
    q: '',
    filtered: false,
    count: rows.length,
    rows,
    pages: pagesOf('/office/output/people', { page: 1, size: 50, count: rows.length }),
    clear: `/office/output/people?kind=${kind}&year=2025`,
    back: '/office/output?year=2025',
    csvHref: `/office/output/people.csv?kind=${kind}&year=2025`,
    ...change,
  };
}

describe.each(OUTCOMES)('the people who were %s', (kind) => {
  inEachLanguage('are none and say so, with what is counted', (stage) => {
    const seen = view(stage, page(stage, kind));
    expect(seen.heading).toBe(stage.t('output.people_title', { kind: stage.t(`output.kind.${kind}`), span: '2025' }));
    expect(seen.words).toContain(stage.t(`output.means.${kind}`));
    expect(seen.words).toContain(stage.t('output.people_none'));
    expect(seen.link(stage.t('output.title'))).toBe('/office/output?year=2025');
    expect(seen.link(stage.t('output.download'))).toBe(`/office/output/people.csv?kind=${kind}&year=2025`);
    expect([seen.hidden('kind'), seen.hidden('year'), seen.hidden('month')]).toEqual([[kind], ['2025'], []]);
  });

  inEachLanguage('are listed under the headings of their kind', (stage) => {
    const href = '/office/cohorts/AZ-1';
    const rows = [line, { ...line, name: '<script>', latin: 'Ayi', href: '/office/trainees/t2', referenceHref: href }];
    const seen = view(stage, page(stage, kind, { rows }));
    expect(
      seen.main
        .all('thead')[0]
        ?.all('th')
        .map(({ text }) => text),
    ).toEqual(
      ['name', `reference.${kind}`, `detail.${kind}`, 'track', `on.${kind}`].map((key) => stage.t(`output.${key}`)),
    );
    const rest = ['AZ-1', line.detail, '云', stage.translator.format.day('2025-12-31')];
    expect(seen.rows).toEqual([
      ['阿依古丽·买买提', ...rest],
      ['<script> Ayi', ...rest],
    ]);
    expect(seen.links('AZ-1')).toEqual([href]);
    expect(seen.link('<script>')).toBe('/office/trainees/t2');
    expect(seen.words).toContain(stage.t('output.people_count', { count: 2 }));
  });
});

describe('the people behind a figure', () => {
  inEachLanguage('of a month without matches link to all of that month', (stage) => {
    const clear = '/office/output/people?kind=placed&month=2025-12';
    const change = { filtered: true, q: '<谁>', inYear: null, inMonth: '2025-12', clear };
    const seen = view(stage, page(stage, 'placed', change));
    expect(seen.words).toContain(stage.t('list.nothing_found'));
    expect(seen.links(stage.t('list.clear'))).toEqual([clear, clear]);
    expect([seen.hidden('year'), seen.hidden('month')]).toEqual([[], ['2025-12']]);
    expect([seen.control('q')?.value, seen.control('track')?.value]).toEqual(['<谁>', 'CLOUD']);
  });

  inEachLanguage('of several pages link to the next', (stage) => {
    const pages = pagesOf('/office/output/people?kind=trained', { page: 1, size: 50, count: 1001 });
    const seen = view(stage, page(stage, 'trained', { rows: [line], count: 1001, pages }));
    expect(seen.words).toContain(stage.t('output.people_count', { count: 1001 }));
    expect(seen.link(stage.t('list.next'))).toBe('/office/output/people?kind=trained&page=2');
  });
});
