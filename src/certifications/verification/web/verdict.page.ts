import type { Translator } from '../../../platform/index.js';
import {
  type Check,
  type NothingWhy,
  type Verdict,
  VERDICTS,
  type Verification,
  type VerificationVerdict,
  whyNothing,
} from '../../core/index.js';
import type { CertificatePageModel } from '../../register/index.js';

/** Top of the verdict page: one word, one sentence, one next step. */
export interface VerdictView {
  readonly tone: 'good' | 'warning' | 'bad' | 'info';
  /** Badge style. */
  readonly state: string;
  readonly word: string;
  readonly heading: string;
  readonly sentence: string;
  /** Of the academy's signed answer to a list: when it was given, and what to take from it. */
  readonly answer: string | null;
  readonly next: string;
}

type Kind = VerificationVerdict | 'claims' | 'damaged' | 'otherDocument';

/** Readable documents of another kind. */
const OTHER_DOCUMENTS: readonly (NothingWhy | null)[] = [
  'ownStatusList',
  'statusList',
  'didDocument',
  'ownSignedAnswer',
  'signedAnswer',
  'logFile',
];

const BADGES: Readonly<Record<Kind, readonly [VerdictView['tone'], string]>> = {
  valid: ['good', 'valid'],
  expired: ['warning', 'expired'],
  revoked: ['bad', 'revoked'],
  superseded: ['warning', 'superseded'],
  notFound: ['bad', 'error'],
  couldNotCheck: ['warning', 'unchecked'],
  foreign: ['info', 'info'],
  nothingToCheck: ['info', 'info'],
  damaged: ['info', 'info'],
  otherDocument: ['info', 'info'],
  invalid: ['bad', 'bad'],
  claims: ['bad', 'bad'],
};

/** Another issuer's credential is never green, and red if it uses the academy's name. */
export function verdictView(
  { verdict, checks }: Pick<Verification, 'verdict' | 'checks'>,
  certificate: CertificatePageModel | null,
  translator: Translator,
): VerdictView {
  const kind = kindOf(verdict, checks);
  const [tone, state] = BADGES[kind];
  const notOurs = checks.some(({ why }) => why === 'notOurs');
  const shared = {
    tone,
    state,
    answer: answerIn(checks, translator),
    next: translator.t(`check.next_${kind === 'couldNotCheck' && notOurs ? 'foreign' : kind}`),
  };
  if (certificate)
    return {
      ...shared,
      word: certificate.verdictWord,
      heading: certificate.verdictHeading,
      sentence: certificate.verdictSentence,
    };
  if (isOfRegister(kind))
    return {
      ...shared,
      word: translator.t(`certificate.verdict_${kind}`),
      heading: translator.t(`certificate.heading_${kind}`),
      sentence: translator.t(`certificate.meaning_${kind}`),
    };
  // For another document, name its kind.
  const sentence = translator.t(
    kind === 'otherDocument' ? `check.why_${whyNothing({ verdict, checks })}` : `check.sentence_${kind}`,
  );
  return {
    ...shared,
    word: translator.t(`check.word_${kind}`),
    heading: translator.t(`check.heading_${kind}`),
    sentence,
  };
}

function answerIn(checks: readonly Check[], translator: Translator): string | null {
  const answer = checks.find((check) => check.answer)?.answer;
  return answer ? translator.t('check.answer', { at: answer.answeredAt, count: answer.rows }) : null;
}

function kindOf(verdict: VerificationVerdict, checks: readonly Check[]): Kind {
  const claims = checks.some(({ step, outcome }) => step === 'claims' && outcome === 'failed');
  if (claims && verdict !== 'invalid') return 'claims';
  const why = whyNothing({ verdict, checks });
  if (why === 'fileDamaged') return 'damaged';
  return OTHER_DOCUMENTS.includes(why) ? 'otherDocument' : verdict;
}

function isOfRegister(kind: Kind): kind is Verdict {
  return VERDICTS.some((one) => one === kind);
}
