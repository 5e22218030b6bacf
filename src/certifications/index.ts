export { CertificateBatches } from './actions/certificate-batches.js';
export { AskWithList } from './actions/ask-with-list.js';
export { checkStoredKeys, type KeyReport } from './actions/check-stored-keys.js';
export { ChangeTemplate } from './actions/change-template.js';
export { KeepTemplates } from './actions/keep-templates.js';
export { IssueCertificates, type Issued, type IssuePreview } from './actions/issue-certificates.js';
export { IssuerKeys } from './actions/issuer-keys.js';
export { PrerequisitesByCertificates } from './actions/prerequisites-by-certificates.js';
export { type Correction, ReissueCertificate } from './actions/reissue-certificate.js';
export { BindRegister } from './actions/binding/bind-register.js';
export { forgetRegisterChanges, registerChangesSeen } from './actions/binding/register-mark.js';
export { type LogVerified, NoCheckpoint, verifyKeysFrom, verifyLog } from './actions/verify-log.js';
export { RenewCertificate } from './actions/renew-certificate.js';
export { type Revocation, RevokeCertificate } from './actions/revoke-certificate.js';
export { SealCertificates } from './actions/sealing/seal-certificates.js';
export { VerifyCertificate } from './actions/verify-certificate.js';
export { CertificationsModule } from './certifications.module.js';
export { Certificate } from './data/certificate.entity.js';
export { achievementsHeld, certificatesOfAccount, type CertificateRow } from './data/certificates.js';
export { certificationEntities } from './data/entities.js';
export { countWithDocuments, documentFaults, type DocumentsOfCertificate, storedDocuments } from './data/stored-documents.js';
export { newestCheckpoint } from './data/log-reads.js';
export type { CertificateFacts, Layout, Seal, Signatory } from './domain/facts.js';
export { type CertificateState, type Verdict, verdictOn, VERDICTS } from './domain/status.js';
export { DEFAULT_TEMPLATE, type TemplateFacts } from './domain/template.js';
export {
  type Check, type ForeignClaims, type NumberAndName, type Outcome, OUTCOMES, type Step, STEPS, type Verification, VERIFICATION_VERDICTS, type VerificationVerdict, type VerifiedCertificate,
  type Why, WHYS,
} from './domain/verification.js';
export { Printing } from './paper/printing.js';
export { certificationWords } from './words.js';
