import type { LicencePoolRow } from '../../../src/scheduling/index.js';
import { pagesOf } from '../../../src/platform/index.js';
import type { LicenceUse } from '../../../src/reporting/data/licence-use.js';
import { type LicenceReportPage, poolTotals, useLine } from '../../../src/reporting/web/licence-report.page.js';
import { inEachLanguage, LOOKED_AT, type Stage, viewOf } from '../../support/views/rendered-view.js';

const view = viewOf<LicenceReportPage>('reporting/licences/index', { viewer: 'coordinator', path: '/office/licences' });

const HOUR = 3_600_000;
const pool: LicencePoolRow = {
  id: 'l1',
  kind: 'software',
  product: '<script>',
  edition: 'Pro',
  vendor: null,
  agreement: 'EA-1',
  seats: 20,
  validFrom: '2026-01-01',
  validUntil: null,
  closedAt: null,
};
const least: LicenceUse = {
  poolId: 'l1',
  sessionId: 's1',
  cohort: 'AZ-1',
  number: 1,
  titleZh: '云',
  titleEn: 'Cloud',
  startsAt: LOOKED_AT,
  endsAt: LOOKED_AT + HOUR,
  roomZh: null,
  roomEn: null,
  instructor: null,
  seats: 1,
  enrolled: 0,
  present: null,
};
const full: LicenceUse = {
  ...least,
  sessionId: 's2',
  number: 12,
  titleEn: '',
  startsAt: LOOKED_AT + 2 * HOUR,
  endsAt: LOOKED_AT + 102 * HOUR,
  roomZh: '机房',
  roomEn: 'Lab',
  instructor: '阿依古丽·买买提',
  seats: 15,
  enrolled: 1001,
  present: 0,
};

function page(stage: Stage, uses: readonly LicenceUse[], change: Partial<LicenceReportPage> = {}): LicenceReportPage {
  const context = stage.context();
  const totals = poolTotals(context, [pool], uses);
  return {
    from: '2026-01-01',
    until: '2026-12-31',
    heading: stage.t('qualification.between', { from: '2026-01-01', until: '2026-12-31' }),
    fault: null,
    pools: [{ value: 'l1', label: '<script> Pro · EA-1', selected: true }],
    filtered: false,
    totals,
    count: uses.length,
    hours: totals.reduce((sum, { seatHours }) => sum + seatHours, 0),
    lines: uses.map((use) => useLine(context, use, pool)),
    pages: pagesOf('/office/licences/report', { page: 1, size: 50, count: uses.length }),
    csvHref: '/office/licences/report.csv?from=2026-01-01&until=2026-12-31',
    ...change,
  };
}

describe('the use of licences', () => {
  inEachLanguage('in a period without any says so, and keeps its filters', (stage) => {
    const seen = view(stage, page(stage, [], { filtered: true }));
    expect(seen.words).toContain(stage.t('licence_report.none_text'));
    expect(['pool', 'from', 'until'].map((name) => seen.control(name)?.value)).toEqual([
      'l1',
      '2026-01-01',
      '2026-12-31',
    ]);
    expect(['pool', 'from', 'until'].map((name) => seen.control(name)?.label)).toEqual(
      ['pool', 'from', 'until'].map((name) => stage.t(`licence_report.${name}`)),
    );
    expect(seen.link(stage.t('list.clear'))).toBe('/office/licences/report');
    expect(seen.link(stage.t('licence_report.download'))).toBe(
      '/office/licences/report.csv?from=2026-01-01&until=2026-12-31',
    );
    expect(seen.rows).toEqual([]);
  });

  inEachLanguage('is summed by product, and listed by session', (stage) => {
    const seen = view(stage, page(stage, [least, full]));
    const span = (use: LicenceUse) =>
      stage.t('session.span', { day: '2026-03-10', startsAt: use.startsAt, endsAt: use.endsAt });
    const nth = (number: number) => stage.t('session.nth', { number });
    expect(seen.rows).toEqual([
      [
        '<script> Pro EA-1',
        stage.t('licence.for_good', { from: '2026-01-01' }),
        '2',
        '1,501',
        stage.t('licence_report.peak_of', { peak: 15, of: 20 }),
      ],
      [
        span(least),
        '<script> Pro EA-1',
        `AZ-1 ${nth(1)} ${stage.one('云', 'Cloud')}`,
        stage.t('session.no_room'),
        stage.t('session.no_instructor'),
        '1',
        '0',
        stage.t('licence_report.not_marked'),
      ],
      [
        span(full),
        '<script> Pro EA-1',
        `AZ-1 ${nth(12)} 云`,
        stage.one('机房', 'Lab'),
        '阿依古丽·买买提',
        '15',
        '1,001',
        '0',
      ],
    ]);
    const heads = ['session.when', 'licence.product', 'session.cohort', 'session.room', 'session.instructor'];
    const numbers = ['used', 'enrolled', 'present'].map((head) => `licence_report.${head}`);
    expect(
      seen.main
        .all('thead')[1]
        ?.all('th')
        .map(({ text }) => text),
    ).toEqual([...heads, ...numbers].map((head) => stage.t(head)));
    expect(seen.words).toContain(stage.t('licence_report.count', { count: 2, hours: '1,501' }));
    expect(seen.link('<script> Pro')).toBe('/office/licences/l1');
    expect(seen.link('AZ-1')).toBe('/office/cohorts/AZ-1');
  });

  describe.each(['day', 'order'])('with a fault of %s', (fault) => {
    inEachLanguage('explains what is wrong with the days', (stage) => {
      const text = stage.t(`licence_report.fault_${fault}`);
      expect(view(stage, page(stage, [], { fault: text })).textsOf('callout')).toEqual([text]);
    });
  });

  inEachLanguage('of several pages links to the next', (stage) => {
    const pages = pagesOf('/office/licences/report', { page: 2, size: 1, count: 2 });
    const seen = view(stage, page(stage, [least], { pages }));
    expect(seen.link(stage.t('list.previous'))).toBe('/office/licences/report');
  });
});
