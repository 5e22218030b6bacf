import type {
  AlteredPage,
  IndexPage,
  ShowPage,
} from '../../../../src/certifications/register/web/office-certificates.controller.js';
import { listedCertificate } from '../../../../src/certifications/register/web/listed-certificate.page.js';
import { MAY_BE_GONE } from '../../../../src/certifications/register/index.js';
import { pagesOf } from '../../../../src/platform/index.js';
import {
  BY_VERDICT,
  certificateEvent,
  certificateModel,
  certificateRow,
  stepsIn,
  historyOf,
} from '../../../support/views/certificate-pages.js';
import { inEachLanguage, LOOKED_AT, type Stage, viewOf } from '../../../support/views/rendered-view.js';

type Listed = IndexPage['certificates'][number];

const office = { viewer: 'coordinator', path: '/office/certificates' } as const;
const listView = viewOf<IndexPage>('certifications/register/office/index', office);
const view = viewOf<ShowPage>('certifications/register/office/show', office);
const alteredView = viewOf<AlteredPage>('certifications/register/office/altered', office);

function listed(stage: Stage, change: Partial<Listed> = {}): Listed {
  return {
    id: 'z1',
    number: 'JN-2026-00001-K',
    recipientName: '李雷',
    recipientLatinName: null,
    achievementZh: '办公基础',
    achievementEn: 'Office basics',
    cohortCode: null,
    issuedOn: '2026-12-31',
    expiresOn: null,
    verdict: 'valid',
    verdictWord: stage.t('certificate.verdict_valid'),
    ...change,
  };
}

function list(certificates: readonly Listed[], change: Partial<IndexPage> = {}): IndexPage {
  return {
    certificates,
    count: certificates.length,
    pages: pagesOf('/office/certificates', { page: 1, size: 50, count: certificates.length }),
    filtered: false,
    q: '',
    cohort: '',
    verdicts: [],
    dues: [],
    mayRevoke: true,
    mayRenew: true,
    mayRule: true,
    query: [],
    achievements: [],
    years: [],
    csvHref: '/office/certificates.csv',
    ...change,
  };
}

describe('the list of certificates', () => {
  inEachLanguage('that is empty counts none, leads to the cohorts and offers no file', (stage) => {
    const seen = listView(stage, list([]));
    expect(seen.words).toContain(stage.t('certificate.count', { count: 0 }));
    expect(seen.words).toContain(stage.t('certificate.none'));
    expect(seen.link(stage.t('certificate.to_cohorts'))).toBe('/office/cohorts');
    expect(seen.link(stage.t('certificate.csv'))).toBeNull();
    expect(seen.requests).toEqual(['get /office/certificates']);
  });

  inEachLanguage('filtered without result leads to all', (stage) => {
    const seen = listView(stage, list([], { filtered: true, q: 'JN-"', cohort: 'AZ-1' }));
    expect(seen.words).toContain(stage.t('list.nothing_found'));
    expect(seen.words).not.toContain(stage.t('certificate.none'));
    expect(seen.control('q')).toMatchObject({ value: 'JN-"', label: stage.t('certificate.search') });
    expect(seen.words).toContain(`${stage.t('certificate.count', { count: 0 })} · AZ-1`);
  });

  inEachLanguage('shows one with all it has and one with the least', (stage) => {
    const full = { id: 'z2', recipientLatinName: 'Li Lei', cohortCode: 'AZ-1', expiresOn: '2027-01-01' };
    const seen = listView(stage, list([listed(stage), listed(stage, full)]));
    const { day } = stage.translator.format;
    const [name, word] = [stage.one('办公基础', 'Office basics'), stage.t('certificate.verdict_valid')];
    expect(seen.rows.map((cells) => cells.slice(1))).toEqual([
      ['李雷', 'JN-2026-00001-K', name, day('2026-12-31'), '', word],
      ['李雷 Li Lei', 'JN-2026-00001-K', `${name} AZ-1`, day('2026-12-31'), day('2027-01-01'), word],
    ]);
    expect(seen.links('李雷')).toEqual(['/office/certificates/z1', '/office/certificates/z2']);
    expect(seen.link('AZ-1')).toBe('/office/cohorts/AZ-1/certificates');
    expect(seen.controls('id').map(({ value, label }) => [value, label])).toEqual(
      ['z1', 'z2'].map((id) => [id, stage.t('batch.choose', { number: 'JN-2026-00001-K' })]),
    );
  });

  describe.each(['valid', 'expired', 'revoked', 'superseded', 'unchecked'] as const)(
    'marks one that is %s',
    (verdict) => {
      inEachLanguage('by sign and word', (stage) => {
        const verdictWord = stage.t(`certificate.verdict_${verdict}`);
        const seen = listView(stage, list([listed(stage, { verdict, verdictWord })]));
        expect(seen.textsOf(`badge-${verdict}`)).toEqual([verdictWord]);
      });
    },
  );

  inEachLanguage('shows of one whose record was altered only the number', (stage) => {
    const word = stage.t('certificate.verdict_unchecked');
    const one = listedCertificate('z1', MAY_BE_GONE, { today: '2026-03-02', translator: stage.translator });
    expect(listView(stage, list([one])).rows[0]?.slice(1)).toEqual([word, 'z1', '', '', '', word]);
  });

  inEachLanguage('sends those chosen, or all that the filter finds, to a preview', (stage) => {
    const query = [{ name: 'year', value: '2026' }];
    const seen = listView(stage, list([listed(stage)], { query, count: 120, filtered: true }));
    expect(seen.button(stage.t('batch.to_renewals'))).toBe('get /office/certificates/renewals');
    expect(seen.button(stage.t('batch.to_revocations'))).toBe('get /office/certificates/revocations');
    expect(seen.hidden('year')).toEqual(['2026']);
    expect(seen.control('all')?.label).toBe(stage.t('batch.all_found', { count: 120 }));
  });

  inEachLanguage('offers no act to somebody who may only read', (stage) => {
    const seen = listView(stage, list([listed(stage)], { mayRevoke: false, mayRenew: false, mayRule: false }));
    expect(seen.button(stage.t('batch.to_renewals'))).toBeNull();
    expect(seen.button(stage.t('batch.to_revocations'))).toBeNull();
    expect(seen.link(stage.t('renewal.rules_title'))).toBeNull();
  });
});

describe("a certificate's page in the office", () => {
  function page(stage: Stage, change: Partial<ShowPage> = {}, row = certificateRow()): ShowPage {
    return {
      ...certificateModel(stage, row, { forOffice: true }),
      id: 'z1',
      hidden: false,
      mayRevoke: true,
      mayReplace: true,
      mayRenew: true,
      requestedAt: null,
      ...change,
    };
  }

  inEachLanguage('offers each act that is allowed', (stage) => {
    const seen = view(stage, page(stage));
    expect(seen.link(stage.t('certificate.replace'))).toBe('/office/certificates/z1/replacement');
    expect(seen.link(stage.t('renewal.to'))).toBe('/office/certificates/z1/renewal');
    expect(seen.link(stage.t('certificate.revoke'))).toBe('/office/certificates/z1/revocation');
    expect(seen.link(stage.t('certificate.open'))).toBe('/c/tok1');
    expect(seen.words).toContain(stage.t('register.none'));
    expect(seen.textsOf('callout')).toEqual([]);
    expect(seen.textsOf('timeline-when')[0]).toContain('李静');
  });

  inEachLanguage('of a revoked one says why, and offers only to issue it anew', (stage) => {
    const row = certificateRow(BY_VERDICT.revoked);
    const seen = view(stage, page(stage, { mayRevoke: false, mayRenew: false }, row));
    expect(seen.words).toContain('成绩有误');
    expect(seen.link(stage.t('certificate.issue_anew'))).toBe('/office/certificates/z1/replacement');
    for (const key of ['certificate.replace', 'renewal.to', 'certificate.revoke'])
      expect(seen.link(stage.t(key))).toBeNull();
  });

  inEachLanguage('of a replaced one leads to the next, and offers nothing', (stage) => {
    const row = certificateRow(BY_VERDICT.superseded);
    const seen = view(stage, page(stage, { mayRevoke: false, mayRenew: false, mayReplace: false }, row));
    expect(seen.link('JN-2026-00002-A')).toBe('/office/certificates/z2');
    expect(seen.hrefs.filter((href) => /(replacement|renewal|revocation)$/.test(href))).toEqual([]);
  });

  inEachLanguage('says that its holder hides it, and that a renewal was asked for', (stage) => {
    const seen = view(stage, page(stage, { hidden: true, requestedAt: LOOKED_AT }));
    expect(seen.words).toContain(stage.t('office_certificate.hidden_text'));
    expect(seen.textsOf('callout-title')).toContain(stage.t('renewal.asked_at', { at: LOOKED_AT }));
    expect(seen.link(stage.t('renewal.decide'))).toBe('/office/certificates/z1/renewal');
  });

  inEachLanguage('lists who looked at it, with or without a client', (stage) => {
    const line = { at: LOOKED_AT, who: '齐鲁软件', how: 'API', client: null };
    const seen = view(stage, page(stage, { register: historyOf([line, { ...line, client: 'Firefox' }]) }));
    expect(seen.rows.map((cells) => cells.at(-1))).toEqual(['', 'Firefox']);
    expect(seen.words).not.toContain(stage.t('register.none'));
  });

  inEachLanguage('shows its history with the reason category', (stage) => {
    const events = [
      certificateEvent('revoked', { reason: '误发', reasonClass: 'issuedInError' }),
      certificateEvent('issued'),
    ];
    const model = certificateModel(stage, certificateRow(), { events, forOffice: true });
    expect(view(stage, { ...page(stage), ...model }).textsOf('timeline-detail')).toEqual([
      `${stage.t('certificate_reason.issuedInError')} · 误发`,
    ]);
  });

  inEachLanguage('of one whose record was altered shows the steps, and nothing of the record', (stage) => {
    const seen = alteredView(stage, { id: 'z1', steps: stepsIn(stage), checkedAt: LOOKED_AT });
    expect(seen.heading).toBe(stage.t('office_certificate.altered_title'));
    expect(seen.words).toContain(stage.t('office_certificate.altered_next'));
    expect(seen.hrefs).toEqual(['/office/certificates']);
    expect(seen.requests).toEqual([]);
  });
});
