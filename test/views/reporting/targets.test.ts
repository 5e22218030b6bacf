import { OUTCOMES } from '../../../src/reporting/domain/outcomes.js';
import type { TargetsPage } from '../../../src/reporting/web/targets.controller.js';
import { inEachLanguage, type Stage, viewOf } from '../../support/views/rendered-view.js';

const view = viewOf<TargetsPage>('reporting/targets/edit', { viewer: 'coordinator', path: '/office/targets' });

const YEARS = ['2025', '2026', '2027'];

type Cell = TargetsPage['tracks'][number]['rows'][number]['cells'][number];

function page(stage: Stage, cell: (name: string) => Partial<Cell> = () => ({})): TargetsPage {
  const tracks = ['云计算', '<网络>'].map((name, at) => ({
    name,
    rows: OUTCOMES.map((kind) => {
      const label = stage.t(`output.kind.${kind}`);
      const cells = YEARS.map((year) => {
        const field = `target-${year}-t${at}-${kind}`;
        const usual = { id: `field-${field}`, name: field, label: `${name} ${label} ${year}`, value: '', error: null };
        return { ...usual, ...cell(field) };
      });
      return { label, cells };
    }),
  }));
  const faults = tracks.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.filter(({ error }) => error !== null)));
  return {
    form: { summary: faults.map(({ id, error }) => ({ text: error!, href: `#${id}` })) },
    from: '2025',
    years: YEARS,
    earlier: '/office/targets?from=2022',
    later: '/office/targets?from=2028',
    tracks,
  };
}

describe('the targets', () => {
  inEachLanguage('without tracks link to them', (stage) => {
    const seen = view(stage, { ...page(stage), tracks: [] });
    expect(seen.words).toContain(stage.t('target.no_tracks_text'));
    expect(seen.link(stage.t('target.add_track'))).toBe('/office/tracks');
    expect(seen.requests).toEqual([]);
  });

  inEachLanguage('have a field for each track, outcome and year, with an accessible name', (stage) => {
    const amounts: Record<string, string> = { 'target-2025-t0-trained': '1001', 'target-2026-t1-placed': '0' };
    const seen = view(
      stage,
      page(stage, (name) => ({ value: amounts[name] ?? '' })),
    );
    expect(seen.heading).toBe(stage.t('target.title'));
    expect(
      seen.main
        .all('thead')[0]
        ?.all('th')
        .map(({ text }) => text),
    ).toEqual([stage.t('output.outcome'), ...YEARS]);
    expect(seen.main.all('caption').map(({ text }) => text)).toEqual(['云计算', '<网络>']);
    expect(seen.rows.map(([label]) => label)).toEqual(
      [...OUTCOMES, ...OUTCOMES].map((k) => stage.t(`output.kind.${k}`)),
    );
    expect(seen.control('target-2025-t0-trained')).toMatchObject({
      value: '1001',
      label: `云计算 ${stage.t('output.kind.trained')} 2025`,
    });
    expect(seen.control('target-2026-t1-placed')?.value).toBe('0');
    expect(seen.control('target-2027-t1-certified')?.value).toBe('');
    expect(seen.hidden('from')).toEqual(['2025']);
    expect(seen.button(stage.t('target.save'))).toBe('post /office/targets');
    expect(seen.link(stage.t('form.cancel'))).toBe('/office/output');
  });

  inEachLanguage('link to other years, as far as there are any', (stage) => {
    const seen = view(stage, page(stage));
    expect(seen.link(stage.t('target.earlier'))).toBe('/office/targets?from=2022');
    expect(seen.link(stage.t('target.later'))).toBe('/office/targets?from=2028');
    const alone = view(stage, { ...page(stage), earlier: null, later: null });
    expect([alone.link(stage.t('target.earlier')), alone.link(stage.t('target.later'))]).toEqual([null, null]);
  });

  inEachLanguage('with faults keep what was typed, with each fault beside its field', (stage) => {
    const error = stage.t('refusal.targetNotWhole', { typed: '<many>' });
    const name = 'target-2026-t1-certified';
    const seen = view(
      stage,
      page(stage, (field) => (field === name ? { value: '<many>', error } : {})),
    );
    expect(seen.faults).toEqual({ [`field-${name}`]: error });
    expect(seen.control(name)?.value).toBe('<many>');
    expect(seen.link(error)).toBe(`#field-${name}`);
  });
});
