export { ALPHABET, canonical, checks } from './check-character.js';
export {
  ACHIEVEMENT_LEVELS,
  type AchievementLevel,
  BORDERS,
  type CertificateFacts,
  FIRST_LAYOUT,
  type Layout,
  PAPER_LANGUAGES,
  PAPER_SHAPES,
  type PictureKey,
  pictureKeysOf,
  type PrintedAchievement,
  type PrintedResult,
  type PrintedWording,
  type Seal,
  type Signatory,
  type Skill,
  speaks,
} from './facts.js';
export { DOCUMENT_KINDS, type DocumentKind, MEDIA_TYPES } from './document-kinds.js';
export { ITEM_STATES, type ItemState, NUMBER_STATES, type NumberState, type VoidReason } from './issue-states.js';
export {
  type Ed25519Jwk,
  KEY_KINDS,
  KEY_MOVES,
  KEY_STATES,
  type KeyKind,
  type KeyState,
  type P256Jwk,
  type PublicMaterial,
} from './issuer-key.js';
export { LEVEL_NAMES, levelNames } from './level-names.js';
export { isPattern, NO_LEVEL, NumberPattern, type Place, VOCATIONAL_PATTERN } from './number-pattern.js';
export {
  REASON_CLASSES,
  type ReasonClass,
  REPLACEMENT_CLASSES,
  type ReplacementClass,
  REVOCATION_CLASSES,
  type RevocationClass,
} from './reason-classes.js';
export type { CoreRefusalCode } from './refusals.js';
export { KEPT_DAYS, keptUntil, overBefore, type Trace } from './retention.js';
export {
  type CertificateEventKind,
  type CertificateState,
  hasExpired,
  mayBecome,
  STATUS_LIST_SIZE,
  type Verdict,
  verdictOn,
  VERDICTS,
} from './status.js';
export { answered, failed, ok, standingOn, unknown, whyNothing } from './verdict.js';
export {
  ANSWER_VERDICTS,
  type Check,
  type FileForm,
  type ForeignClaims,
  NEEDS_CERTIFICATE,
  NOTHING_WHYS,
  type NothingWhy,
  type NumberAndName,
  type Outcome,
  OUTCOMES,
  RECEIPT_MEANS,
  type ReceiptMeans,
  type SignedAnswerFacts,
  type Step,
  STEPS,
  type Verification,
  VERIFICATION_VERDICTS,
  type VerificationVerdict,
  type VerifiedCertificate,
  type Why,
  WHYS,
} from './verification.js';
export { SHARE_SCOPES, type ShareScope, shownTo, showsFacts, showsFiles, type Sight } from './visibility.js';
