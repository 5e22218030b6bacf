import type { OfficeChecksPage } from '../../../../src/certifications/verification/web/office-checks.controller.js';
import { pagesOf } from '../../../../src/platform/index.js';
import { inEachLanguage, LOOKED_AT, viewOf } from '../../../support/views/rendered-view.js';

const officeView = viewOf<OfficeChecksPage>('certifications/verification/employer/office', { viewer: 'coordinator' });

describe("an employer's verifications as the office sees them", () => {
  const base = '/office/employers/m1/verifications';
  const page = (change: Partial<OfficeChecksPage> = {}): OfficeChecksPage => ({
    rows: [],
    count: 0,
    pages: pagesOf(base, { page: 1, size: 50, count: 0 }),
    filtered: false,
    q: '',
    from: '',
    until: '',
    verdicts: [],
    kinds: [],
    query: '',
    kept: { checks: 365, misses: 30 },
    employer: { id: 'm1', name: '齐鲁软件' },
    base,
    alarms: [],
    webhooks: [],
    ...change,
  });
  const webhook = {
    id: 'w1',
    createdAt: LOOKED_AT,
    createdByName: '赵磊',
    address: 'https://qilu.example/hook',
    eventNames: 'A',
    sent: 0,
    pending: 0,
    failed: 0,
    lastSentAt: null,
  } as unknown as OfficeChecksPage['webhooks'][number];

  inEachLanguage('without any say so, and that no program listens', (stage) => {
    const seen = officeView(stage, page());
    expect(seen.words).toContain(stage.t('office_checks.none'));
    expect(seen.words).toContain(stage.t('office_checks.no_webhooks'));
    expect(seen.link('齐鲁软件')).toBe('/office/employers/m1');
    expect(seen.requests).toEqual([`get ${base}`]);
  });

  inEachLanguage('raise an alarm until somebody has seen it', (stage) => {
    const seen = officeView(stage, page({ alarms: ['Too many'] }));
    expect(seen.words).toContain('Too many');
    expect(seen.button(stage.t('office_checks.see'))).toBe(`post ${base}/seen`);
    expect(seen.link(stage.t('office_checks.to_access'))).toBe('/office/employers/m1/access');
  });

  inEachLanguage('count messages to programs: none, and some that failed', (stage) => {
    const busy = { ...webhook, sent: 1, pending: 2, failed: 3, lastSentAt: LOOKED_AT };
    const seen = officeView(stage, page({ webhooks: [webhook, busy] }));
    expect(seen.rows[0]?.[2]).toBe(stage.t('office_checks.sent', { count: 0 }));
    expect(seen.rows[1]?.[2]).toContain(stage.t('office_checks.failed', { count: 3 }));
    expect(seen.rows[1]?.[2]).toContain(stage.t('office_checks.last', { at: LOOKED_AT }));
  });
});
