import { VERIFICATION_VERDICTS } from '../../../../src/certifications/core/domain/verification.js';
import type { ReceiptPage } from '../../../../src/certifications/verification/web/receipt.controller.js';
import { verdictView } from '../../../../src/certifications/verification/web/verdict.page.js';
import { certificateModel, certificateRow, stepsIn } from '../../../support/views/certificate-pages.js';
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
    steps: stepsIn(stage),
    certificate: null,
    hidden: false,
    fingerprint: null,
    checkpoint: null,
    keptUntil: '2027-01-01',
    ...change,
  };
}

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
