import { PLAIN, RICH } from '../../../builders/credentials.js';
import type { CertificateRow } from '../../../../src/certifications/core/index.js';
import type { CertificatePage } from '../../../../src/certifications/register/web/certificate.controller.js';
import type { HiddenPage } from '../../../../src/certifications/register/web/hidden-certificate.js';
import {
  BY_VERDICT,
  certificateEvent,
  certificateModel,
  certificateRow,
  stepsIn,
} from '../../../support/views/certificate-pages.js';
import { inEachLanguage, LOOKED_AT, type Stage, viewOf } from '../../../support/views/rendered-view.js';

const view = viewOf<CertificatePage>('certifications/register/certificate/show', { path: '/c/tok1' });
const hiddenView = viewOf<HiddenPage>('certifications/register/certificate/hidden', { path: '/c/tok1' });
const uncheckedView = viewOf<Pick<CertificatePage, 'steps' | 'checkedAt'>>(
  'certifications/register/certificate/unchecked',
  { path: '/c/tok1' },
);

function page(
  stage: Stage,
  change: Partial<CertificateRow> = {},
  known: Partial<CertificatePage> = {},
): CertificatePage {
  return {
    ...certificateModel(stage, certificateRow(change)),
    address: 'https://academy.example/c/tok1',
    linkedIn: 'https://www.linkedin.com/profile/add?x=1',
    checkedAt: LOOKED_AT,
    steps: stepsIn(stage),
    ...known,
  };
}

describe("a certificate's public page", () => {
  const verdicts = ['valid', 'expired', 'revoked', 'superseded'] as const;
  describe.each(verdicts)('of one that is %s', (verdict) => {
    inEachLanguage('says so first, and what it means', (stage) => {
      const model = page(stage, BY_VERDICT[verdict]);
      const seen = view(stage, model);
      expect(seen.heading).toBe(`李雷 ${stage.t(`certificate.verdict_${verdict}`)}`);
      expect(seen.textsOf('callout-title')).toEqual([stage.t(`certificate.heading_${verdict}`)]);
      expect(seen.words).toContain(model.verdictSentence);
      expect(seen.words).toContain(stage.t(`certificate.meaning_${verdict}`));
      for (const other of verdicts.filter((one) => one !== verdict))
        expect(seen.words).not.toContain(stage.t(`certificate.meaning_${other}`));
    });

    inEachLanguage('offers its documents only while it holds or has expired', (stage) => {
      const seen = view(stage, page(stage, BY_VERDICT[verdict]));
      const isKept = verdict === 'valid' || verdict === 'expired';
      expect(seen.link(stage.t('keep.json'))).toBe(isKept ? '/c/tok1.json' : null);
      expect(seen.sections.includes(stage.t('keep.title'))).toBe(isKept);
      expect(seen.link(stage.t('certificate.download'))).toBe('/c/tok1.pdf');
      expect(seen.link(stage.t('receipt.title'))).toBe('/verify/receipts/new?token=tok1');
    });
  });

  inEachLanguage('says why and of which kind it was revoked', (stage) => {
    const events = [certificateEvent('revoked', { reason: '成绩有误', reasonClass: 'dataWrong' })];
    const row = certificateRow(BY_VERDICT.revoked);
    const seen = view(stage, { ...page(stage), ...certificateModel(stage, row, { events }) });
    expect(seen.words).toContain(`${stage.t('certificate.reason')}: 成绩有误`);
    expect(seen.words).toContain(`${stage.t('certificate.reason_class')}: ${stage.t('certificate_reason.dataWrong')}`);
    expect(seen.textsOf('timeline-when').join()).not.toContain('李静');
  });

  describe.each([
    [false, 'replaced_by', 'replaces'],
    [true, 'renewed_as', 'renews'],
  ] as const)('where one follows by renewal: %s', (byRenewal, follow, before) => {
    inEachLanguage('leads to the one that follows and the one before', (stage) => {
      const neighbour = (number: string) => ({ id: number, token: `tok-${number}`, number, byRenewal });
      const around = { replacedBy: neighbour('N3'), replaces: neighbour('N1') };
      const seen = view(stage, page(stage, around));
      expect(seen.link(`${stage.t(`certificate.${follow}`)}: N3`)).toBe('/c/tok-N3');
      expect(seen.link('N1')).toBe('/c/tok-N1');
      expect(seen.words).toContain(`${stage.t(`certificate.${before}`)}: N1`);
    });
  });

  inEachLanguage('with everything that a certificate may say shows all of it', (stage) => {
    const seen = view(stage, page(stage, { facts: RICH, expiresOn: RICH.expiresOn }));
    const fact = (name: string) => seen.facts[stage.t(`certificate.${name}`)];
    expect(fact('number')).toBe('JN-2026-00001-K');
    expect(fact('latin_name')).toBe('Ouyang Xiaotong');
    expect(fact('level')).toBe(stage.t('certificate.level_associate'));
    expect(fact('skills')).toContain('虚拟网络、身份管理');
    expect(fact('results')).toBe(stage.one('期末考核 87出勤率 96 %', 'Final assessment 87Attendance 96 %'));
    expect(fact('expires_on')).toBe(stage.translator.format.day('2029-03-01'));
    expect(fact('signatories')).toContain('Zhou Min');
  });

  inEachLanguage('with the least leaves out what it does not say, and never ends', (stage) => {
    const seen = view(stage, page(stage, { facts: PLAIN }));
    for (const name of ['latin_name', 'level', 'skills', 'results', 'signatories'])
      expect(seen.facts).not.toHaveProperty(stage.t(`certificate.${name}`));
    expect(seen.facts[stage.t('certificate.expires_on')]).toBe(stage.t('certificate.never_expires'));
  });

  inEachLanguage('shows the longest name as it is', (stage) => {
    const name = '长'.repeat(100);
    const facts = { ...PLAIN, recipient: { name, latinName: 'L'.repeat(100) } };
    expect(view(stage, page(stage, { facts })).heading).toContain(name);
  });

  inEachLanguage('whose documents are still made says so and offers none', (stage) => {
    const seen = view(stage, page(stage, { sealed: false }));
    expect(seen.words).toContain(stage.t('keep.not_yet'));
    expect(seen.link(stage.t('keep.json'))).toBeNull();
  });

  inEachLanguage('tells each step of the check with its outcome', (stage) => {
    const seen = view(stage, page(stage));
    expect(seen.textsOf('check-step')).toEqual(
      stepsIn(stage).map(({ text, why, word }) => [text, why, word].filter(Boolean).join(' ')),
    );
  });
});

describe('a certificate that its holder does not show', () => {
  inEachLanguage('says nothing of it but how to ask', (stage) => {
    const seen = hiddenView(stage, { revokedAt: null, reasonClass: null, checkedAt: LOOKED_AT });
    expect(seen.heading).toBe(stage.t('certificate_hidden.title'));
    expect(seen.words).toContain(stage.t('certificate_hidden.ask'));
    expect(seen.words).not.toContain(stage.t('certificate.heading_revoked'));
    expect(seen.hrefs).toEqual(['/verify']);
  });

  describe.each([null, 'misconduct'] as const)('and was revoked with a reason of kind %s', (reasonClass) => {
    inEachLanguage('says that it was revoked, and nothing of whom', (stage) => {
      const seen = hiddenView(stage, { revokedAt: LOOKED_AT, reasonClass, checkedAt: LOOKED_AT });
      expect(seen.words).toContain(stage.t('certificate.sentence_revoked', { at: LOOKED_AT }));
      expect(seen.words).toContain(stage.t('certificate_hidden.no_facts'));
      expect(seen.words.includes(stage.t('certificate.reason_class'))).toBe(reasonClass !== null);
      expect(seen.words).not.toContain(stage.t('certificate_hidden.heading'));
    });
  });
});

inEachLanguage('a certificate that could not be checked shows the steps and nothing of its record', (stage) => {
  const seen = uncheckedView(stage, { steps: stepsIn(stage), checkedAt: LOOKED_AT });
  expect(seen.heading).toBe(stage.t('certificate_unchecked.title'));
  expect(seen.textsOf('check-step')).toHaveLength(3);
  expect(seen.words).toContain(stage.t('certificate_unchecked.ask'));
  expect(seen.hrefs).toEqual(['/verify']);
});
