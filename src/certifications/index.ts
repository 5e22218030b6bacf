export {
  BeginBatch,
  type Correction,
  ReissueCertificate,
  RenewCertificate,
  type Revocation,
  RevokeCertificate,
} from './lifecycle/index.js';
export { ResumeList, SubmitList, VerifyCertificate } from './verification/index.js';
export {
  BindRegister,
  checkStoredKeys,
  countWithDocuments,
  documentFaults,
  type DocumentsOfCertificate,
  type KeyReport,
  type LogVerification,
  NoCheckpoint,
  storedDocuments,
  verifyKeysFrom,
  verifyLog,
} from './integrity/index.js';
export {
  AddTemplate,
  CertifiedAchievements,
  ChangeUsualTemplate,
  ChooseTemplate,
  currentTemplate,
  DEFAULT_TEMPLATE,
  MakeTemplateUsual,
  type TemplateFacts,
} from './templates/index.js';
export {
  BeginIssuance,
  FinishIssuance,
  IssueCertificates,
  type IssuanceCounts,
  SignCertificates,
} from './issuing/index.js';
export { GenuineKeys, IssuerKeys } from './issuer/index.js';
export {
  Certificate,
  type CertificateFacts,
  type CertificateRow,
  certificatesOfAccount,
  type CertificateState,
  type Check,
  type ForeignClaims,
  type Layout,
  type NumberAndName,
  type Outcome,
  OUTCOMES,
  type Seal,
  type Signatory,
  type Step,
  STEPS,
  type Verdict,
  verdictOn,
  VERDICTS,
  type Verification,
  VERIFICATION_VERDICTS,
  type VerificationVerdict,
  type VerifiedCertificate,
  type Why,
  WHYS,
} from './core/index.js';
export { CertificatesOfTrainees, PrerequisitesByCertificates } from './register/index.js';
export { BindOutcomes, noteRestore, registerSeen } from './binding/index.js';
export { CertificationsModule } from './certifications.module.js';
export { certificationEntities } from './data/entities.js';
export { logOf, newestCheckpoint, putBack, REGISTER_MAC, type SeenRegister } from './log/index.js';
export { Printing } from './documents/index.js';
export { certificationMessages } from './messages/index.js';
