import { RICH } from '../../../builders/credentials.js';
import { SHARE_SCOPES } from '../../../../src/certifications/core/domain/visibility.js';
import {
  type OwnCertificatePage,
  ownForms,
  problemsOf,
  type UncheckedPage,
} from '../../../../src/certifications/holders/web/own-certificate.page.js';
import type { OwnCertificatesPage } from '../../../../src/certifications/holders/web/own-certificates.controller.js';
import type { MadePage } from '../../../../src/certifications/holders/web/share-links.controller.js';
import { type FormState, instantOf } from '../../../../src/platform/index.js';
import { BY_VERDICT, certificateModel, certificateRow, stepsIn } from '../../../support/views/certificate-pages.js';
import { faultsOn, faultyIn } from '../../../support/views/form-views.js';
import { inEachLanguage, LOOKED_AT, type Stage, viewOf } from '../../../support/views/rendered-view.js';

const holder = { viewer: 'trainee', path: '/my/certificates' } as const;
const listView = viewOf<OwnCertificatesPage>('certifications/holders/own/index', holder);
const view = viewOf<OwnCertificatePage>('certifications/holders/own/show', holder);
const uncheckedView = viewOf<UncheckedPage>('certifications/holders/own/unchecked', holder);
const linkView = viewOf<MadePage>('certifications/holders/own/link', holder);
const ADDRESS = 'https://academy.example/c/tok1';

describe('the list of own certificates', () => {
  const item = (stage: Stage, hidden = false, row = certificateRow()) => ({
    ...certificateModel(stage, row),
    id: row.id,
    hidden,
    address: ADDRESS,
  });

  inEachLanguage('that is empty leads to the courses', (stage) => {
    const seen = listView(stage, { certificates: [], unchecked: [] });
    expect(seen.words).toContain(stage.t('certificate.own_none'));
    expect(seen.link(stage.t('certificate.own_courses'))).toBe('/courses');
  });

  inEachLanguage('shows each with its verdict, and its address unless it is hidden', (stage) => {
    const revoked = certificateRow({ ...BY_VERDICT.revoked, id: 'z9' });
    const certificates = [item(stage), item(stage, true, revoked)];
    const seen = listView(stage, { certificates, unchecked: [] });
    expect(seen.links(stage.t('certificate.download'))).toEqual([
      '/my/certificates/z1/paper.pdf',
      '/my/certificates/z9/paper.pdf',
    ]);
    expect(seen.textsOf('badge')).toEqual([
      stage.t('certificate.verdict_valid'),
      stage.t('certificate.verdict_revoked'),
      stage.t('own_certificate.is_hidden'),
    ]);
    expect(seen.textsOf('certificate-address')).toEqual([`${stage.t('certificate.address')}: ${ADDRESS}`]);
    expect(seen.words).not.toContain(stage.t('certificate.own_none'));
  });

  describe.each([1, 3])('with %d that could not be checked', (count) => {
    inEachLanguage('shows how many, and does not claim that there are none', (stage) => {
      const unchecked = Array.from({ length: count }, (_, at) => `u${at}`);
      const seen = listView(stage, { certificates: [], unchecked });
      expect(seen.textsOf('callout-title')).toEqual([stage.t('certificate_unchecked.own_some', { count })]);
      expect(seen.links(stage.t('certificate_unchecked.own_open'))).toEqual(
        unchecked.map((id) => `/my/certificates/${id}`),
      );
      expect(seen.words).not.toContain(stage.t('certificate.own_none'));
    });
  });
});

function page(stage: Stage, change: Partial<OwnCertificatePage> = {}, row = certificateRow()): OwnCertificatePage {
  return {
    ...certificateModel(stage, row),
    id: 'z1',
    address: ADDRESS,
    hidden: false,
    links: [],
    form: ownForms(stage.translator, null).link,
    problems: { summary: [] },
    mostDays: 365,
    kept: { looks: 90, checks: 365 },
    renewal: null,
    ...change,
  };
}

describe("a holder's certificate", () => {
  inEachLanguage('that is shown says under which address, and can be hidden', (stage) => {
    const seen = view(stage, page(stage));
    expect(seen.textsOf('certificate-address')).toEqual([ADDRESS]);
    expect(seen.link(stage.t('own_certificate.as_strangers'))).toBe('/c/tok1');
    expect(seen.button(stage.t('own_certificate.hide_act'))).toBe('post /my/certificates/z1/hiding');
    expect(seen.button(stage.t('own_certificate.show_act'))).toBeNull();
    expect(seen.link(stage.t('keep.json'))).toBe('/my/certificates/z1/credential.json');
    expect(seen.words).toContain(stage.t('register.kept', { looks: 90, checks: 365 }));
    expect(seen.sections).not.toContain(stage.t('renewal.own_title'));
  });

  inEachLanguage('that is hidden can be shown, and its address stands nowhere', (stage) => {
    const seen = view(stage, page(stage, { hidden: true }));
    expect(seen.button(stage.t('own_certificate.show_act'))).toBe('post /my/certificates/z1/showing');
    expect(seen.button(stage.t('own_certificate.hide_act'))).toBeNull();
    expect(seen.words).not.toContain(ADDRESS);
    expect(seen.hrefs).not.toContain('/c/tok1');
  });

  inEachLanguage('that was revoked or replaced says why, and what follows', (stage) => {
    const revoked = view(stage, page(stage, {}, certificateRow(BY_VERDICT.revoked)));
    expect(revoked.textsOf('callout')[0]).toContain('成绩有误');
    const replaced = view(stage, page(stage, {}, certificateRow(BY_VERDICT.superseded)));
    expect(replaced.link('JN-2026-00002-A')).toBe('/my/certificates/z2');
  });

  inEachLanguage('could not be checked: says whom to ask, and nothing of the record', (stage) => {
    const seen = uncheckedView(stage, { steps: stepsIn(stage), checkedAt: LOOKED_AT });
    expect(seen.words).toContain(stage.t('certificate_unchecked.own_ask'));
    expect(seen.hrefs).toEqual(['/my/certificates']);
  });
});

describe('the links to a certificate', () => {
  const link = (stage: Stage, change: Partial<OwnCertificatePage['links'][number]> = {}) => ({
    id: 'l1',
    label: '齐鲁软件',
    scopeWord: stage.t('share.scope.facts'),
    expiresAt: instantOf('2026-12-31', '23:59'),
    isOpen: true,
    state: 'active',
    stateWord: stage.t('share.state_open'),
    views: 0,
    lastViewedAt: null,
    ...change,
  });

  inEachLanguage('that are open say until when and can be ended, each by its label', (stage) => {
    const seen = view(stage, page(stage, { links: [link(stage)] }));
    const [said] = seen.textsOf('share-link');
    expect(said).toContain(stage.t('own_certificate.link_until', { at: link(stage).expiresAt }));
    expect(said).toContain(stage.t('own_certificate.link_unseen'));
    expect(seen.button(stage.t('own_certificate.link_end_of', { label: '齐鲁软件' }))).toBe(
      'post /my/certificates/z1/links/l1/ending',
    );
  });

  describe.each([
    ['expired', 'expired'],
    ['ended', 'revoked'],
  ])('that are %s', (state, word) => {
    inEachLanguage('cannot be ended again, and say how often they were opened', (stage) => {
      const over = {
        isOpen: false,
        state,
        stateWord: stage.t(`share.state_${word}`),
        views: 1,
        lastViewedAt: LOOKED_AT,
      };
      const seen = view(stage, page(stage, { links: [link(stage, over)] }));
      expect(seen.textsOf('share-link')[0]).toContain(
        stage.t('own_certificate.link_views', { count: 1, at: LOOKED_AT }),
      );
      expect(seen.requests.filter((one) => one.endsWith('/ending'))).toEqual([]);
    });
  });

  inEachLanguage('are made by a form with the usual values', (stage) => {
    const seen = view(stage, page(stage));
    expect(seen.control('days')?.value).toBe('30');
    expect(seen.controls('scope').map(({ value, isChosen }) => [value, isChosen])).toEqual(
      SHARE_SCOPES.map((scope) => [scope, scope === 'facts']),
    );
    expect(seen.words).toContain(stage.t('own_certificate.link_days_hint', { most: 365 }));
    expect(seen.button(stage.t('own_certificate.link_act'))).toBe('post /my/certificates/z1/links');
  });

  inEachLanguage('have each fault of that form beside its field', (stage) => {
    const form = faultyIn(page(stage).form);
    expect(view(stage, page(stage, { form })).faults).toEqual(faultsOn(form));
  });

  describe.each(SHARE_SCOPES)('that show %s', (scope) => {
    inEachLanguage('stand there once when they were made', (stage) => {
      const address = 'https://academy.example/s/secret';
      const seen = linkView(stage, { id: 'z1', address, label: '齐鲁软件', scope, expiresAt: LOOKED_AT });
      expect(seen.main.all('input')[0]?.attribute('value')).toBe(address);
      expect(seen.words).toContain(stage.t(`share.scope.${scope}`));
      expect(seen.words).toContain(stage.t('own_certificate.link_once'));
      expect(seen.words).toContain(stage.t('own_certificate.link_made_for', { label: '齐鲁软件', until: LOOKED_AT }));
    });
  });
});

describe('the renewal of an own certificate', () => {
  const expiring = certificateRow({ facts: RICH, expiresOn: RICH.expiresOn });
  const renewal = (stage: Stage, change: Partial<NonNullable<OwnCertificatePage['renewal']>> = {}) => ({
    ...{ reasons: [], until: '2032-03-01', waitingSince: null, declined: null },
    form: ownForms(stage.translator, null).renewal,
    ...change,
  });
  const failed = (stage: Stage, filling: FormState, change: Parameters<typeof renewal>[1] = {}) => {
    const forms = ownForms(stage.translator, filling);
    const asked = renewal(stage, { form: forms.renewal, ...change });
    return view(stage, page(stage, { renewal: asked, form: forms.link, problems: problemsOf(forms, asked) }, expiring));
  };
  const TOO_LONG = { typed: { note: '<请>' }, faults: [{ field: 'note', key: 'form.too_long', values: { max: 500 } }] };
  const ASK = 'post /my/certificates/z1/renewal-requests';

  inEachLanguage('can be asked for, and says until when it would hold', (stage) => {
    const seen = view(stage, page(stage, { renewal: renewal(stage) }, expiring));
    expect(seen.words).toContain(stage.t('renewal.ask_lead', { until: '2032-03-01' }));
    expect(seen.button(stage.t('renewal.ask'))).toBe(ASK);
  });

  inEachLanguage('refused has its fault beside the note, and leaves the form of links as it begins', (stage) => {
    const seen = failed(stage, TOO_LONG);
    const text = stage.t('form.too_long', { max: 500 });
    expect(seen.faults).toEqual({ 'field-note': text });
    expect(seen.link(text)).toBe('#field-note');
    expect(['note', 'days'].map((name) => seen.control(name)?.value)).toEqual(['<请>', '30']);
    expect(seen.controls('scope').find(({ isChosen }) => isChosen)?.value).toBe('facts');
  });

  inEachLanguage('refused where it waits already has a fault that leads nowhere', (stage) => {
    const seen = failed(stage, TOO_LONG, { waitingSince: LOOKED_AT });
    expect(seen.textsOf('problems')[0]).toContain(stage.t('form.too_long', { max: 500 }));
    expect(seen.link(stage.t('form.too_long', { max: 500 }))).toBeNull();
  });

  inEachLanguage('is asked for as before where a link was refused', (stage) => {
    const faults = [{ field: 'days', key: 'form.not_whole', values: {} }];
    const seen = failed(stage, { typed: { label: '齐鲁软件', scope: 'all', days: 'x' }, faults });
    expect(seen.faults).toEqual({ 'field-days': stage.t('form.not_whole') });
    expect([seen.control('label')?.value, seen.control('days')?.value]).toEqual(['齐鲁软件', 'x']);
    expect(seen.control('note')?.value).toBe('');
  });

  inEachLanguage('that waits says since when, and cannot be asked for again', (stage) => {
    const seen = view(stage, page(stage, { renewal: renewal(stage, { waitingSince: LOOKED_AT }) }, expiring));
    expect(seen.words).toContain(stage.t('renewal.waiting', { at: LOOKED_AT }));
    expect(seen.requests).not.toContain(ASK);
  });

  inEachLanguage('that is not possible says why', (stage) => {
    const seen = view(stage, page(stage, { renewal: renewal(stage, { reasons: ['Too early'] }) }, expiring));
    expect(seen.words).toContain('Too early');
    expect(seen.requests).not.toContain(ASK);
  });

  inEachLanguage('that was declined says the answer, and can be asked for again', (stage) => {
    const seen = view(stage, page(stage, { renewal: renewal(stage, { declined: '请先补考' }) }, expiring));
    expect(seen.words).toContain(`${stage.t('renewal.request_declined')} 请先补考`);
    expect(seen.requests).toContain(ASK);
  });
});
