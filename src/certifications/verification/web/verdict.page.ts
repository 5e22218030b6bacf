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

type Kind = VerificationVerdict | 'claims' | 'damaged' | 'otherDocument';

/** Documents that were read well, and are of another kind. */
const OTHER_DOCUMENTS: readonly (NothingWhy | null)[] = [
  'ownStatusList',
  'statusList',
  'didDocument',
  'signedAnswer',
  'logFile',
];

const LOOKS: Readonly<Record<Kind, readonly [VerdictView['tone'], string]>> = {
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

/** A stranger's credential is never green, and red where it uses the academy's name. */
export function verdictView(
  { verdict, checks }: Pick<Verification, 'verdict' | 'checks'>,
  certificate: CertificatePageModel | null,
  translator: Translator,
): VerdictView {
  const kind = kindOf(verdict, checks);
  const [tone, state] = LOOKS[kind];
  const notOurs = checks.some(({ why }) => why === 'notOurs');
  const said = {
    tone,
    state,
    next: translator.t(`check.next_${kind === 'couldNotCheck' && notOurs ? 'foreign' : kind}`),
  };
  if (certificate)
    return {
      ...said,
      word: certificate.verdictWord,
      heading: certificate.verdictHeading,
      sentence: certificate.verdictSentence,
    };
  if (isOfRegister(kind))
    return {
      ...said,
      word: translator.t(`certificate.verdict_${kind}`),
      heading: translator.t(`certificate.heading_${kind}`),
      sentence: translator.t(`certificate.meaning_${kind}`),
    };
  // Of another document that is said which was found.
  const sentence = translator.t(
    kind === 'otherDocument' ? `check.why_${whyNothing({ verdict, checks })}` : `check.sentence_${kind}`,
  );
  return {
    ...said,
    word: translator.t(`check.word_${kind}`),
    heading: translator.t(`check.heading_${kind}`),
    sentence,
  };
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
