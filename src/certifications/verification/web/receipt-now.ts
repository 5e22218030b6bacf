import type { Translator } from '../../../platform/index.js';
import { shownTo, showsFacts, type VerificationVerdict } from '../../core/index.js';
import { type CertificatePageModel, certificateView, type OpenedCertificate } from '../../register/index.js';
import { verdictNow } from '../domain/answer-row.js';
import { type VerdictView, verdictView } from './verdict.page.js';

interface Told {
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
  /** Nothing may be shown of it because its holder hides it; where `now` says so itself, this does not. */
  readonly hidden: boolean;
}

/** What the register says today of the certificate of a receipt: the answer of then may hold no more. */
export function receiptNow({ verdict, opened, today, translator }: Told): ReceiptNow {
  const shown = opened?.shown ?? null;
  const isVisible = shown !== null && showsFacts(shownTo({ way: 'address' }, shown.certificate));
  const certificate = isVisible ? certificateView({ ...shown, today, translator }) : null;
  const hidden = shown !== null && !isVisible;
  const said = verdictNow(verdict, shown?.certificate ?? null, today);
  if (said === null) return { now: null, certificate, hidden };
  if (said === 'couldNotCheck') return { now: notTold('unchecked', translator), certificate, hidden };
  if (said === 'hidden') return { now: notTold('hidden', translator), certificate, hidden: false };
  return { now: verdictView({ verdict: said, checks: [] }, certificate, translator), certificate, hidden };
}

function notTold(why: 'unchecked' | 'hidden', translator: Translator): VerdictView {
  return {
    tone: why === 'unchecked' ? 'warning' : 'info',
    state: why === 'unchecked' ? 'unchecked' : 'info',
    word: translator.t(`receipt.now_${why}_word`),
    heading: translator.t(`receipt.now_${why}`),
    sentence: translator.t(`receipt.now_${why}_text`),
    next: translator.t('check.next_couldNotCheck'),
  };
}
