import type { Refusal } from '../../../platform/refusals.js';
import type { CertificateFacts } from './facts.js';
import type { CoreRefusalCode } from './refusals.js';
import { type Verdict, VERDICTS } from './status.js';

/** Outcome of a step. `unknown`: it could not be done; this does not count against the file. */
export const OUTCOMES = ['ok', 'failed', 'unknown'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * Steps of a check, in display order. Which of them an answer contains depends on the question: a number and a name
 * have no signature.
 */
export const STEPS = [
  /** The number as typed: length, characters, check character. */
  'number',
  /** The file is one of the forms that can be read, and within the limits. */
  'format',
  /** The whole file is signed or sealed: nothing stands outside of it or behind it. */
  'whole',
  /** The signature fits what the file says. */
  'signature',
  /** The key of that signature is one of the issuer's own. */
  'issuerKey',
  /** Failed: it uses the academy's name or address, but no key of the academy signed it. Used for nothing else. */
  'claims',
  /** It is in the academy's register, under this number and name. */
  'register',
  /** What the file says is what the register says. */
  'unaltered',
  'notRevoked',
  'notReplaced',
  'notExpired',
  /** It is in the public log. */
  'log',
] as const;
export type Step = (typeof STEPS)[number];

/** Why there is nothing in a file that could be checked, or what kind of document it is instead. */
export const NOTHING_WHYS = [
  'fileEmpty',
  'fileTooLarge',
  'fileUnknown',
  'fileDamaged',
  'fileTooDeep',
  'noCredential',
  'wrapped',
  'notSigned',
  'ownStatusList',
  'statusList',
  'didDocument',
  'ownSignedAnswer',
  'signedAnswer',
  'logFile',
] as const;
export type NothingWhy = (typeof NOTHING_WHYS)[number];

/** Why a step ended as it did, where there is more to say than its name. */
export const WHYS = [
  ...NOTHING_WHYS,
  'notMatched',
  'hidden',
  'notLogged',
  'sameAsSigned',
  'beingPrepared',
  'recordsDisagree',
  'severalCredentials',
  'ambiguous',
  'unknownContext',
  'unknownProof',
  'signatureWrong',
  'appended',
  'partlySigned',
  'hiddenBytes',
  'duplicateKeys',
  'keyNotIssuers',
  'keyNotReachable',
  'keyCompromised',
  'answerKeyCompromised',
  'sealedBefore',
  'selfNamed',
  'signerUnknown',
  'claimsName',
  'claimsAddress',
  'foreignStatus',
  'noStatus',
  'statusUnreadable',
  'differs',
  'otherBytes',
  'writtenDifferently',
  'printedAnew',
  'notOurs',
  'notIssuedHere',
  'notYetValid',
] as const;
export type Why = (typeof WHYS)[number];

/** A signed answer of the academy's to an employer's list, whose signature is correct. */
export interface SignedAnswerFacts {
  /** Epoch milliseconds. */
  readonly answeredAt: number;
  readonly rows: number;
}

export interface Check {
  readonly step: Step;
  readonly outcome: Outcome;
  readonly why: Why | null;
  /** Only with `ownSignedAnswer`. */
  readonly answer?: SignedAnswerFacts;
}

/**
 * Verdicts about a number and a name.
 * `notFound` does not say whether such a number exists; `couldNotCheck` is never good news.
 */
export const ANSWER_VERDICTS = [...VERDICTS, 'notFound', 'couldNotCheck'] as const;

/**
 * The one verdict. Of files there are three more:
 * - `foreign`: another issuer's, and its signature fits
 * - `nothingToCheck`: no signature or credential that could be checked; says nothing against whoever handed it in
 * - `invalid`: forged, altered or signed by somebody else, so nothing that it says may be shown
 */
export const VERIFICATION_VERDICTS = [...ANSWER_VERDICTS, 'foreign', 'nothingToCheck', 'invalid'] as const;
export type VerificationVerdict = (typeof VERIFICATION_VERDICTS)[number];

/** Verdicts that say something of a certificate of the academy's, so that one must be named beside them. */
export const NEEDS_CERTIFICATE = ['valid', 'expired', 'superseded'] as const satisfies readonly Verdict[];

/** A certificate of the academy, as far as a verifier may see it. */
export interface VerifiedCertificate {
  readonly id: string;
  readonly token: string;
  readonly facts: CertificateFacts;
  readonly issuedAt: number;
  readonly expiresOn: string | null;
  readonly revokedAt: number | null;
  readonly reason: string | null;
  readonly replacedBy: { readonly token: string; readonly number: string } | null;
}

/** Claims of another issuer's credential. */
export interface ForeignClaims {
  readonly issuerId: string;
  readonly issuerName: string | null;
  readonly recipient: string | null;
  readonly achievement: string | null;
  /** Epoch milliseconds. */
  readonly validFrom: number | null;
  readonly validUntil: number | null;
}

export const FILE_FORMS = ['json', 'jwt', 'png', 'pdf'] as const;
export type FileForm = (typeof FILE_FORMS)[number];

export interface Verification {
  readonly verdict: VerificationVerdict;
  readonly checks: readonly Check[];
  /** Present only with a verdict about a certificate of the academy's, and always with those of `NEEDS_CERTIFICATE`. */
  readonly certificate: VerifiedCertificate | null;
  /**
   * Present only where the credential is another issuer's;
   * whole only where its signature fits and it does not claim to be the academy's.
   */
  readonly foreign: ForeignClaims | null;
  /** The file that was checked; `null` where none was. */
  readonly file: { readonly form: FileForm | null; readonly sha256: string } | null;
  /** The typing error in the number, if its check character shows one. */
  readonly slip: Refusal<CoreRefusalCode> | null;
}

/** What was checked: the certificate's own page, or a file of it. */
export const RECEIPT_MEANS = ['page', 'file'] as const;
export type ReceiptMeans = (typeof RECEIPT_MEANS)[number];

export interface NumberAndName {
  readonly number: string;
  readonly name: string;
}
