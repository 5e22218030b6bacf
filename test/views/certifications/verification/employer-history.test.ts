import type { LineToday } from '../../../../src/certifications/verification/actions/employer-history.js';
import type { CheckHistoryView } from '../../../../src/certifications/verification/web/check-history.js';
import { pagesOf } from '../../../../src/platform/index.js';
import { inEachLanguage, LOOKED_AT, viewOf } from '../../../support/views/rendered-view.js';
import { line } from './answer-lines.js';

const employer = { viewer: 'employer', path: '/employer' } as const;
const historyView = viewOf<CheckHistoryView>('certifications/verification/employer/history', employer);

function history(change: Partial<CheckHistoryView> = {}): CheckHistoryView {
  return {
    rows: [],
    count: change.rows?.length ?? 0,
    pages: pagesOf('/employer/history', { page: 1, size: 50, count: 0 }),
    filtered: false,
    q: '',
    from: '',
    until: '',
    verdicts: [],
    kinds: [],
    query: '?from=2026-12-31',
    kept: { checks: 365, misses: 30 },
    ...change,
  };
}

describe("an employer's history", () => {
  inEachLanguage('that is empty leads to the first list', (stage) => {
    const seen = historyView(stage, history());
    expect(seen.words).toContain(stage.t('verification_history.none'));
    expect(seen.link(stage.t('verification_history.to_home'))).toBe('/employer');
  });

  inEachLanguage('filtered without result keeps the days', (stage) => {
    const seen = historyView(stage, history({ filtered: true, from: '2026-12-31', until: '2027-1-1' }));
    expect(seen.words).toContain(stage.t('list.nothing_found'));
    expect(seen.control('from')).toMatchObject({ value: '2026-12-31', label: stage.t('verification_history.from') });
    expect(seen.control('until')?.value).toBe('2027-1-1');
  });

  const verdicts = ['valid', 'expired', 'revoked', 'superseded', 'notFound', 'couldNotCheck', 'foreign', 'invalid'];
  describe.each(verdicts)('with a row that is %s', (verdict) => {
    inEachLanguage('says so in words', (stage) => {
      const rows = [line(stage, { verdict: verdict as LineToday['verdict'] })];
      const seen = historyView(stage, history({ rows }));
      expect(seen.rows[0]?.[3]).toBe(stage.t(`verification_list.verdict_${verdict}`));
      expect(seen.link(stage.t('verification_list.kind_batch'))).toBe('/employer/lists/v1');
    });
  });

  const changes = ['revoked', 'superseded', 'expired', 'hidden', 'couldNotCheck'] as const;
  describe.each(changes)('with a row that is %s now', (now) => {
    inEachLanguage('says that first, and then what was answered', (stage) => {
      const seen = historyView(stage, history({ rows: [line(stage, { now })] }));
      const word = (verdict: string): string => stage.t(`verification_list.verdict_${verdict}`);
      expect(seen.rows[0]?.[3]).toBe(
        `${stage.t('verification_list.now', { verdict: word(now) })} ${stage.t('verification_list.then', { at: LOOKED_AT, verdict: word('valid') })}`,
      );
      expect(seen.textsOf('badge-valid')).toEqual([]);
    });
  });

  inEachLanguage('shows a file without a name, a purpose, and why an answer is withheld', (stage) => {
    const file = {
      askedNumber: null,
      askedName: null,
      batchId: null,
      kind: 'page',
      withheld: 'altered',
      purpose: '招聘',
    };
    const rows = [line(stage, file as Partial<LineToday>), line(stage)];
    const seen = historyView(stage, history({ rows }));
    expect(seen.rows[0]?.slice(1, 3)).toEqual([stage.t('verification_history.a_file'), '']);
    expect(seen.words).toContain(stage.t('verification_list.withheld_altered'));
    expect(seen.rows.map((cells) => cells[4])).toEqual(['招聘', '–']);
    expect(seen.link('CSV')).toBe('/employer/history.csv?from=2026-12-31');
  });
});
