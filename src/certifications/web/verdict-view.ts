import type { Speaker } from '../../platform/index.js';
import { type Verdict, VERDICTS } from '../domain/status.js';
import type { Verification, VerificationVerdict } from '../domain/verification.js';
import type { CertificateView } from './certificate-view.js';

/** A verdict as its page begins: one word, one sentence, one thing to do. */
export interface VerdictView {
  readonly tone: 'good' | 'warning' | 'bad' | 'info';
  /** The look of the badge. */
  readonly state: string;
  readonly word: string;
  readonly heading: string;
  readonly sentence: string;
  readonly next: string;
}

const LOOKS: Readonly<Record<VerificationVerdict | 'foreign', readonly [VerdictView['tone'], string]>> = {
  valid: ['good', 'valid'], expired: ['warning', 'expired'], revoked: ['bad', 'revoked'], superseded: ['warning', 'superseded'],
  notFound: ['bad', 'error'], couldNotCheck: ['warning', 'unchecked'], invalid: ['bad', 'bad'], foreign: ['info', 'info'],
};

/** A stranger's credential is never green: that its signature fits does not tell who signed it. */
export function verdictView({ verdict, foreign }: Pick<Verification, 'verdict' | 'foreign'>, certificate: CertificateView | null, speaker: Speaker): VerdictView {
  const kind = foreign && verdict === 'valid' ? 'foreign' : verdict;
  const [tone, state] = LOOKS[kind];
  const said = { tone, state, next: speaker.say(`check.next_${foreign ? 'foreign' : verdict}`) };
  if (certificate) return { ...said, word: certificate.verdictWord, heading: certificate.verdictHeading, sentence: certificate.verdictSentence };
  if (isOfRegister(kind)) return { ...said, word: speaker.say(`certificate.verdict_${kind}`), heading: speaker.say(`certificate.heading_${kind}`), sentence: speaker.say(`certificate.meaning_${kind}`) };
  return { ...said, word: speaker.say(`check.word_${kind}`), heading: speaker.say(`check.heading_${kind}`), sentence: speaker.say(`check.sentence_${kind}`) };
}

function isOfRegister(kind: VerificationVerdict | 'foreign'): kind is Verdict {
  return VERDICTS.some((one) => one === kind);
}
