import {
  type Check,
  VERIFICATION_VERDICTS,
  type VerificationVerdict,
} from '../../../../src/certifications/core/domain/verification.js';
import { PROBLEMS } from '../../../../src/certifications/verification/api/problem-kinds.js';
import type { DevelopersPage } from '../../../../src/certifications/verification/api/developers.controller.js';
import type { FileVerdictPage } from '../../../../src/certifications/verification/web/file-verification.controller.js';
import { FileForm, VerificationForm } from '../../../../src/certifications/verification/web/verification.form.js';
import type { verificationPage } from '../../../../src/certifications/verification/web/verification.controller.js';
import { verdictView } from '../../../../src/certifications/verification/web/verdict.page.js';
import { formView } from '../../../../src/platform/index.js';
import { BY_VERDICT, certificateModel, certificateRow, stepsIn } from '../../../support/views/certificate-pages.js';
import { faultsOn, faultyIn } from '../../../support/views/form-views.js';
import { inEachLanguage, LOOKED_AT, Stage, viewOf } from '../../../support/views/rendered-view.js';

type VerificationPage = Parameters<typeof verificationPage>[0];

const view = viewOf<VerificationPage>('certifications/verification/new', { path: '/verify' });
const fileView = viewOf<FileVerdictPage>('certifications/verification/file', { path: '/verify/file' });
const developersView = viewOf<DevelopersPage>('certifications/verification/developers/show', { path: '/developers' });

describe('the page that verifies', () => {
  function page(stage: Stage, typed = {}): VerificationPage {
    const form = formView(VerificationForm, stage.translator, { typed });
    return { form, fileForm: formView(FileForm, stage.translator) };
  }

  inEachLanguage('takes number and name, a file, or a picture, and says what a verdict means', (stage) => {
    const seen = view(stage, page(stage));
    expect(seen.button(stage.t('verification.act'))).toBe('post /verify');
    expect(seen.button(stage.t('verification.file_act'))).toBe('post /verify/file');
    expect(seen.control('number')?.label).toBe(stage.t('verification.number'));
    expect(seen.control('file')?.label).toContain(stage.t('verification.file'));
    expect(seen.textsOf('badge')).toEqual(
      ['valid', 'expired', 'revoked', 'superseded'].map((one) => stage.t(`certificate.verdict_${one}`)),
    );
    expect(seen.link(stage.t('verification.fingerprints'))).toBe('/issuer');
  });

  inEachLanguage('keeps what was typed where it did not agree', (stage) => {
    const form = faultyIn(page(stage, { number: 'JN-2026-"', name: '李'.repeat(101) }).form);
    const seen = view(stage, { ...page(stage), form });
    expect(seen.faults).toEqual(faultsOn(form));
    expect(seen.control('number')?.value).toBe('JN-2026-"');
    expect(seen.control('name')?.value).toBe('李'.repeat(101));
  });

  inEachLanguage('without a file has the fault beside that field', (stage) => {
    const fileForm = faultyIn(page(stage).fileForm);
    expect(view(stage, { ...page(stage), fileForm }).faults).toEqual(faultsOn(fileForm));
  });
});

describe('the verdict on a file', () => {
  function page(stage: Stage, verdict: VerificationVerdict, change: Partial<FileVerdictPage> = {}): FileVerdictPage {
    return {
      verdict: verdictView({ verdict, checks: [] }, change.certificate ?? null, stage.translator),
      steps: stepsIn(stage),
      certificate: null,
      foreign: null,
      form: null,
      fingerprint: 'ab'.repeat(32),
      reference: 'R-123',
      checkedAt: LOOKED_AT,
      ...change,
    };
  }

  describe.each(VERIFICATION_VERDICTS.filter((one) => one !== 'nothingToCheck'))('that is %s', (verdict) => {
    inEachLanguage('says so first, what to do next, and the reference to look it up by', (stage) => {
      const model = page(stage, verdict);
      const seen = fileView(stage, model);
      expect(seen.heading).toBe(`${stage.t('check.title')} ${model.verdict.word}`);
      expect(seen.textsOf('callout-title')).toEqual([model.verdict.heading]);
      expect(seen.words).toContain(model.verdict.next);
      expect(seen.facts[stage.t('receipt.reference')]).toBe('R-123');
      expect(seen.facts[stage.t('check.fingerprint')]).toBe('ab'.repeat(32));
      expect(seen.link(stage.t('receipt.title'))).toBe('/verify/receipts/R-123');
      expect(seen.link(stage.t('check.see_certificate'))).toBeNull();
    });
  });

  describe.each(['valid', 'expired', 'revoked', 'superseded'] as const)('of a certificate that is %s', (verdict) => {
    inEachLanguage('shows its facts and leads to it', (stage) => {
      const certificate = certificateModel(stage, certificateRow(BY_VERDICT[verdict]));
      const seen = fileView(stage, page(stage, verdict, { certificate, form: 'PDF' }));
      expect(seen.facts[stage.t('certificate.number')]).toBe('JN-2026-00001-K');
      expect(seen.facts[stage.t('check.form')]).toBe('PDF');
      expect(seen.link(stage.t('check.see_certificate'))).toBe('/c/tok1');
      expect(seen.words.includes('成绩有误')).toBe(verdict === 'revoked');
      expect(seen.hrefs.includes('/c/tok2')).toBe(verdict === 'superseded');
    });
  });

  it('of a certificate that was renewed leads to the renewal as such', () => {
    const stage = new Stage('en');
    const replacedBy = { id: 'z2', token: 'tok2', number: 'JN-2', byRenewal: true };
    const certificate = certificateModel(stage, certificateRow({ replacedBy }));
    const seen = fileView(stage, page(stage, 'valid', { certificate }));
    expect(seen.link(`${stage.t('certificate.renewed_as')}: JN-2`)).toBe('/c/tok2');
  });

  inEachLanguage('of another issuer shows what it claims, or no more than who signed', (stage) => {
    const least = { issuerId: 'did:key:z6Mk' } as NonNullable<FileVerdictPage['foreign']>;
    const none = { issuerName: null, recipient: null, achievement: null, validFrom: null, validUntil: null };
    const seen = fileView(stage, page(stage, 'foreign', { foreign: { ...least, ...none } }));
    expect(seen.facts[stage.t('check.foreign_key')]).toBe('did:key:z6Mk');
    expect(seen.facts).not.toHaveProperty(stage.t('check.foreign_issuer'));
    const claims = {
      issuerName: '<b>Uni</b>',
      recipient: 'Li',
      achievement: 'A',
      validFrom: LOOKED_AT,
      validUntil: null,
    };
    const full = fileView(stage, page(stage, 'foreign', { foreign: { ...least, ...claims } }));
    expect(full.facts[stage.t('check.foreign_issuer')]).toBe('<b>Uni</b>');
    expect(full.facts).not.toHaveProperty(stage.t('check.foreign_until'));
  });

  inEachLanguage(
    'that is the academy’s signed answer to a list says of which day, how long it is and what it proves',
    (stage) => {
      for (const rows of [1, 1_200]) {
        const answer = { answeredAt: LOOKED_AT - 86_400_000, rows };
        const checks: Check[] = [{ step: 'format', outcome: 'failed', why: 'ownSignedAnswer', answer }];
        const verdict = verdictView({ verdict: 'nothingToCheck', checks }, null, stage.translator);
        const seen = fileView(stage, page(stage, 'nothingToCheck', { verdict }));
        expect(seen.words).toContain(stage.t('check.why_ownSignedAnswer'));
        expect(seen.words).toContain(stage.t('check.answer', { at: answer.answeredAt, count: rows }));
        expect(seen.words).toContain(
          stage.one(`共 ${rows === 1 ? '1' : '1,200'} 行`, rows === 1 ? '1 row.' : '1,200 rows.'),
        );
      }
    },
  );

  inEachLanguage('that only says it is such an answer is not called signed', (stage) => {
    const checks: Check[] = [{ step: 'format', outcome: 'failed', why: 'signedAnswer' }];
    const verdict = verdictView({ verdict: 'nothingToCheck', checks }, null, stage.translator);
    const seen = fileView(stage, page(stage, 'nothingToCheck', { verdict }));
    expect(seen.words).toContain(stage.one('没有核对签名', 'No signature was checked'));
    expect(seen.words).not.toContain(stage.one('签名正确', 'signature is correct'));
  });

  inEachLanguage('tells each step', (stage) => {
    expect(fileView(stage, page(stage, 'invalid')).textsOf('check-step-word')).toEqual(
      stepsIn(stage).map(({ word }) => word),
    );
  });
});

inEachLanguage('the page for developers explains every verdict and every problem', (stage) => {
  const examples = { origin: 'https://a.example', request: 'curl "x"', answer: '{"a": 1}', message: '{}' };
  const [verdicts, fileVerdicts] = [
    ['valid', 'notFound'],
    ['foreign', 'nothingToCheck', 'invalid'],
  ];
  const seen = developersView(stage, { ...examples, verdicts, fileVerdicts, problems: PROBLEMS });
  expect(seen.main.all('pre').map(({ text }) => text)).toEqual(['curl "x"', '{"a": 1}', '{}']);
  for (const verdict of [...verdicts, ...fileVerdicts])
    expect(seen.facts[verdict]).toBe(stage.t(`developers.verdict_${verdict}`));
  for (const { kind, status } of PROBLEMS)
    expect(seen.facts[`${kind} · ${status}`]).toBe(stage.t(`developers.problem.${kind}`));
  expect(seen.link(stage.t('developers.openapi'))).toBe('/api/v1/openapi.json');
});
