import type { CertificateRow, Check } from '../../../../src/certifications/core/index.js';
import { MAY_BE_GONE, type OpenedCertificate } from '../../../../src/certifications/register/index.js';
import { dayOf } from '../../../../src/platform/index.js';
import { VERIFICATION_VERDICTS } from '../../../../src/certifications/core/domain/verification.js';
import type { ReceiptPage } from '../../../../src/certifications/verification/web/receipt.controller.js';
import { verdictView } from '../../../../src/certifications/verification/web/verdict.page.js';
import { receiptNow } from '../../../../src/certifications/verification/web/receipt-now.js';
import { BY_VERDICT, certificateModel, certificateRow, stepsIn } from '../../../support/views/certificate-pages.js';
import { inEachLanguage, LOOKED_AT, type Stage, viewOf } from '../../../support/views/rendered-view.js';

const view = viewOf<ReceiptPage>('certifications/verification/receipt', { path: '/verify/receipts/R-123' });
const askView = viewOf<{ token: string; certificate: NonNullable<ReceiptPage['certificate']> }>(
  'certifications/verification/receipt-new',
);

function page(stage: Stage, change: Partial<ReceiptPage> = {}): ReceiptPage {
  return {
    reference: 'R-123',
    at: LOOKED_AT,
    verdict: verdictView({ verdict: 'valid', checks: [] }, null, stage.translator),
    now: null,
    lookedUpAt: LOOKED_AT,
    steps: stepsIn(stage),
    certificate: null,
    hidden: false,
    fingerprint: null,
    checkpoint: null,
    keptUntil: '2027-01-01',
    ...change,
  };
}

const opened = (certificate: CertificateRow): OpenedCertificate => ({
  ...MAY_BE_GONE,
  shown: { certificate, events: [], hidings: [], forms: {} },
});

describe('a receipt', () => {
  describe.each(VERIFICATION_VERDICTS.filter((one) => one !== 'nothingToCheck'))('of the verdict %s', (verdict) => {
    inEachLanguage('says what was answered, when, and until when it is kept', (stage) => {
      const answer = verdictView({ verdict, checks: [] }, null, stage.translator);
      const seen = view(stage, page(stage, { verdict: answer }));
      expect(seen.facts[stage.t('receipt.answer')]).toBe(answer.word);
      expect(seen.facts[stage.t('receipt.reference')]).toBe('R-123');
      expect(seen.words).toContain(stage.t('receipt.kept', { until: '2027-01-01' }));
      expect(seen.facts[stage.t('receipt.checkpoint')]).toBe(stage.t('receipt.no_checkpoint'));
      expect(seen.facts).not.toHaveProperty(stage.t('certificate.number'));
    });
  });

  inEachLanguage('of the academy’s signed answer to a list says of which day it is, and how long', (stage) => {
    const answer = { answeredAt: LOOKED_AT - 86_400_000, rows: 3 };
    const checks: Check[] = [{ step: 'format', outcome: 'failed', why: 'ownSignedAnswer', answer }];
    const verdict = verdictView({ verdict: 'nothingToCheck', checks }, null, stage.translator);
    const seen = view(stage, page(stage, { verdict }));
    expect(seen.words).toContain(stage.t('check.why_ownSignedAnswer'));
    expect(seen.words).toContain(stage.t('check.answer', { at: answer.answeredAt, count: 3 }));
  });

  inEachLanguage('of a certificate names it and leads to what holds now', (stage) => {
    const certificate = certificateModel(stage, certificateRow());
    const known = { certificate, fingerprint: 'ab'.repeat(32), checkpoint: 'log.example\n42\nroot=' };
    const seen = view(stage, page(stage, known));
    expect(seen.facts[stage.t('certificate.recipient')]).toBe('李雷');
    expect(seen.facts[stage.t('receipt.checkpoint')]).toBe('log.example 42 root=');
    expect(seen.facts[stage.t('check.fingerprint')]).toBe('ab'.repeat(32));
    expect(seen.link(stage.t('receipt.now'))).toBe('/c/tok1');
    expect(seen.words).not.toContain(stage.t('receipt.not_shown'));
  });

  describe.each([
    ['revoked', BY_VERDICT.revoked],
    ['superseded', BY_VERDICT.superseded],
    ['expired', BY_VERDICT.expired],
    ['valid', BY_VERDICT.valid],
  ] as const)('of a certificate that is %s now', (verdict, change) => {
    inEachLanguage('leads with what holds now, and says what was answered then and when', (stage) => {
      const answer = { verdict: 'valid' as const, translator: stage.translator, today: dayOf(LOOKED_AT) };
      const known = receiptNow({ ...answer, opened: opened(certificateRow(change)) });
      const seen = view(stage, page(stage, { ...known, at: LOOKED_AT - 86_400_000 }));
      expect(seen.facts[stage.t('receipt.answer')]).toBe(stage.t('certificate.verdict_valid'));
      expect(seen.facts[stage.t('receipt.answer_now')]).toBe(stage.t(`certificate.verdict_${verdict}`));
      expect(seen.words).toContain(stage.t(`certificate.heading_${verdict}`));
      expect(seen.words.includes(stage.t('certificate.heading_valid'))).toBe(verdict === 'valid');
    });
  });

  inEachLanguage('of a certificate whose record was altered says only that it could not be checked now', (stage) => {
    const answer = { verdict: 'valid' as const, translator: stage.translator, today: dayOf(LOOKED_AT) };
    for (const gone of [null, MAY_BE_GONE]) {
      const seen = view(stage, page(stage, receiptNow({ ...answer, opened: gone })));
      expect(seen.words).toContain(stage.t('receipt.now_unchecked'));
      expect(seen.words).not.toContain(stage.t('certificate.heading_valid'));
      expect(seen.words).not.toContain(stage.t('receipt.not_shown'));
    }
  });

  inEachLanguage('of a certificate that is hidden now tells nothing of it but a revocation', (stage) => {
    const answer = { verdict: 'valid' as const, translator: stage.translator, today: dayOf(LOOKED_AT) };
    const now = (change: Partial<CertificateRow>) =>
      view(stage, page(stage, receiptNow({ ...answer, opened: opened(certificateRow({ hidden: true, ...change })) })));
    expect(now({}).words).toContain(stage.t('receipt.now_hidden'));
    expect(now(BY_VERDICT.expired).words).toContain(stage.t('receipt.now_hidden'));
    expect(now(BY_VERDICT.revoked).words).toContain(stage.t('certificate.heading_revoked'));
    expect(now(BY_VERDICT.revoked).words).not.toContain('李雷');
  });

  inEachLanguage('of a certificate that was hidden since says so, and nothing of it', (stage) => {
    const seen = view(stage, page(stage, { hidden: true }));
    expect(seen.words).toContain(stage.t('receipt.not_shown'));
    expect(seen.link(stage.t('receipt.now'))).toBeNull();
  });

  inEachLanguage('is made by a form that knows the certificate', (stage) => {
    const seen = askView(stage, { token: 'tok1', certificate: certificateModel(stage, certificateRow()) });
    expect(seen.button(stage.t('receipt.act'))).toBe('post /verify/receipts');
    expect(seen.hidden('token')).toEqual(['tok1']);
    expect(seen.link(stage.t('layout.back'))).toBe('/c/tok1');
    expect(seen.words).toContain('JN-2026-00001-K');
  });
});
