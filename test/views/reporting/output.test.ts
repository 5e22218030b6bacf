import type { OutputFigure, TrackRow } from '../../../src/reporting/data/output-figures.js';
import { OUTCOMES } from '../../../src/reporting/domain/outcomes.js';
import { yearSpan } from '../../../src/reporting/domain/spans.js';
import { type OutputFacts, outputModel, type OutputPage } from '../../../src/reporting/web/output.page.js';
import { inEachLanguage, type Stage, viewOf } from '../../support/views/rendered-view.js';

const view = viewOf<OutputPage>('reporting/output/index', { viewer: 'coordinator', path: '/office/output' });

const YEARS = [2024, 2025, 2026];
const cloud: TrackRow = { id: 't1', code: 'CLOUD', nameZh: '云计算', nameEn: 'Cloud', retiredAt: null };
const net: TrackRow = { id: 't2', code: 'NET', nameZh: '<网络>', nameEn: '', retiredAt: null };
const trained = (trackId: string | null, label: string, count: number): OutputFigure => ({
  kind: 'trained',
  label,
  trackId,
  count,
});

function page(stage: Stage, change: Partial<OutputFacts> = {}): OutputPage {
  const facts: OutputFacts = {
    filter: { year: null, month: null, track: null, spans: YEARS.map(yearSpan) },
    years: YEARS,
    tracks: [cloud, net],
    figures: [],
    monthFigures: [],
    targets: [],
    thisYear: 2026,
    mayTarget: true,
    ...change,
  };
  return outputModel(facts, stage.context());
}

const inYear = (year: number, track: string | null = null) => ({ year, month: null, track, spans: [yearSpan(year)] });

describe('the output', () => {
  inEachLanguage('before there is any says so, and what will be counted', (stage) => {
    const seen = view(stage, page(stage));
    expect(seen.words).toContain(stage.t('output.nothing_text'));
    expect(seen.rows).toEqual([]);
    expect(Object.values(seen.facts)).toEqual(OUTCOMES.map((kind) => stage.t(`output.means.${kind}`)));
    expect(seen.link(stage.t('output.set_targets'))).toBe('/office/targets');
    expect(seen.words).toContain(stage.t('output.lead', { span: '2024–2026' }));
  });

  inEachLanguage('links to targets only for those who may set them', (stage) => {
    expect(view(stage, page(stage, { mayTarget: false })).link(stage.t('output.set_targets'))).toBeNull();
  });

  inEachLanguage('without targets says so, and links each figure to its people', (stage) => {
    const figures = [trained('t1', '2025', 1001), trained(null, '2026', 1)];
    const seen = view(stage, page(stage, { figures }));
    expect(seen.words).toContain(stage.t('output.no_targets'));
    expect(seen.textsOf('stat-value')).toEqual(['1,002', '0', '0']);
    expect(seen.textsOf('stat-note')).toEqual(OUTCOMES.map(() => stage.t('output.no_target')));
    expect(seen.textsOf('multiple').map((text) => text.split(' ')[0])).toEqual([
      stage.one('云计算', 'Cloud'),
      '<网络>',
      stage.t('output.no_track').split(' ')[0],
    ]);
    const zero = ['0', '0', '0'];
    expect(seen.rows.filter((cells) => cells.length > 1)).toEqual(
      [zero, ['1,001', '0', '0'], zero, zero, zero, zero, zero, zero, ['1', '0', '0'], zero, ['1,001', '0', '0']]
        .concat([['1', '0', '0']])
        .map((cells, at) => [String(YEARS[at % 3]), ...cells]),
    );
    expect(seen.rows.filter((cells) => cells.length === 1).map(([name]) => name)).toEqual([
      stage.one('云计算', 'Cloud'),
      '<网络>',
      stage.t('output.no_track'),
      stage.t('output.all_tracks'),
    ]);
    expect(seen.link('1,001')).toBe('/office/output/people?kind=trained&year=2025&track=CLOUD');
    expect(seen.link(stage.t('output.download'))).toBe('/office/output.csv');
  });

  inEachLanguage('against targets shows what was reached, and which year is not over yet', (stage) => {
    const target = (kind: (typeof OUTCOMES)[number], amount: number) => ({ year: 2026, trackId: 't1', kind, amount });
    const targets = [target('trained', 10), target('placed', 0)];
    const figures = [trained('t1', '2026', 12)];
    const seen = view(stage, page(stage, { figures, targets, tracks: [cloud] }));
    expect(seen.textsOf('stat-note')).toEqual([
      stage.t('output.of_target', { target: 10, share: 1.2 }),
      stage.t('output.no_target'),
      stage.t('output.target_of_none'),
    ]);
    const reached = stage.t('output.target_reached');
    const [soFar] = seen.textsOf('figure-running');
    expect(soFar).toBe(`2026 ${stage.t('output.so_far')} 12 / 10 ${reached}`);
    expect(seen.textsOf('figure-reached')).toEqual([reached, reached]);
    expect(seen.main.all('line')).toHaveLength(2);
    expect(seen.rows.at(-1)).toEqual(['2026', '12 / 10', '0', '0 / 0']);
    expect(seen.words).not.toContain(stage.t('output.no_targets'));
    expect(seen.main.all('h4').map(({ text }) => text)).toEqual(OUTCOMES.map((kind) => stage.t(`output.kind.${kind}`)));
  });

  inEachLanguage('of one year is shown month by month', (stage) => {
    const facts = { filter: inYear(2025, 'CLOUD'), figures: [trained('t1', '2025', 3)] };
    const monthFigures = [trained('t1', '2025-12', 3)];
    const seen = view(stage, page(stage, { ...facts, monthFigures }));
    expect(seen.sections).toContain(stage.t('output.by_month', { year: '2025' }));
    expect(seen.textsOf('months-number')).toHaveLength(36);
    const december = `${stage.translator.format.month('2025-12')} 3`;
    expect(seen.textsOf('months-number')[11]).toBe(december);
    expect(seen.link(december)).toBe('/office/output/people?kind=trained&month=2025-12&track=CLOUD');
    expect(seen.main.all('figcaption').map(({ text }) => text)).toEqual(
      OUTCOMES.map((k) => stage.t(`output.kind.${k}`)),
    );
    expect(seen.textsOf('months-name').slice(0, 12)).toEqual(Array.from({ length: 12 }, (_, at) => String(at + 1)));
    expect([seen.control('year')?.value, seen.control('track')?.value]).toEqual(['2025', 'CLOUD']);
    expect([seen.control('year')?.label, seen.control('track')?.label]).toEqual([
      stage.t('output.year_head'),
      stage.t('output.track'),
    ]);
    expect(seen.link(stage.t('list.clear'))).toBe('/office/output');
  });

  inEachLanguage('without a track keeps that filter', (stage) => {
    const seen = view(stage, page(stage, { filter: inYear(2025, 'none'), figures: [trained(null, '2025', 1)] }));
    expect(seen.control('track')?.value).toBe('none');
    expect(seen.control('track')?.options.at(-1)).toBe(stage.t('output.no_track'));
  });
});
