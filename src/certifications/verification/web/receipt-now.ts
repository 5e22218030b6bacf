import type { Translator } from '../../../platform/index.js';
import { shownTo, showsFacts, type VerificationVerdict } from '../../core/index.js';
import { type CertificatePageModel, certificateView, type OpenedCertificate } from '../../register/index.js';
import { verdictNow } from '../domain/answer-row.js';
import { type VerdictView, verdictView } from './verdict.page.js';

interface ReceiptNowInput {
  /** The answer that the receipt is of. */
  readonly verdict: VerificationVerdict;
  /** `null`: of no certificate. */
  readonly opened: OpenedCertificate | null;
  readonly today: string;
  readonly translator: Translator;
}

export interface ReceiptNow {
  /** `null`: the answer was about no certificate of ours, and nothing of it can have changed. */
  readonly now: VerdictView | null;
  /** What may be shown of the certificate today. */
  readonly certificate: CertificatePageModel | null;
  /** Nothing may be shown of it because its holder hides it; false where `now` already says so. */
  readonly hidden: boolean;
}

/** What the register says today about a receipt’s certificate: the recorded answer may be outdated. */
export function receiptNow({ verdict, opened, today, translator }: ReceiptNowInput): ReceiptNow {
  const shown = opened?.shown ?? null;
  const isVisible = shown !== null && showsFacts(shownTo({ way: 'address' }, shown.certificate));
  const certificate = isVisible ? certificateView({ ...shown, today, translator }) : null;
  const hidden = shown !== null && !isVisible;
  const current = verdictNow(verdict, shown?.certificate ?? null, today);
  if (current === null) return { now: null, certificate, hidden };
  if (current === 'couldNotCheck') return { now: withheldView('unchecked', translator), certificate, hidden };
  // As at its address, a hidden certificate shows only that it was revoked.
  if (current === 'hidden') return { now: withheldView('hidden', translator), certificate, hidden: false };
  return { now: verdictView({ verdict: current, checks: [] }, certificate, translator), certificate, hidden };
}

function withheldView(why: 'unchecked' | 'hidden', translator: Translator): VerdictView {
  return {
    tone: why === 'unchecked' ? 'warning' : 'info',
    state: why === 'unchecked' ? 'unchecked' : 'info',
    word: translator.t(`receipt.now_${why}_word`),
    heading: translator.t(`receipt.now_${why}`),
    sentence: translator.t(`receipt.now_${why}_text`),
    answer: null,
    next: translator.t('check.next_couldNotCheck'),
  };
}
