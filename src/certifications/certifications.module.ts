import { Module } from '@nestjs/common';
import { EmployersModule } from '../employers/index.js';
import { AnswerList } from './actions/answer-list.js';
import { AnswerSigner } from './actions/answer-signer.js';
import { AskWithList } from './actions/ask-with-list.js';
import { CertificateLetters } from './actions/certificate-letters.js';
import { ChangeTemplate } from './actions/change-template.js';
import { CheckForEmployer } from './actions/check-for-employer.js';
import { HideCertificate } from './actions/hide-certificate.js';
import { IssueCertificates } from './actions/issue-certificates.js';
import { IssuanceSteps } from './actions/issuing/issuance-steps.js';
import { SteerIssuance } from './actions/issuing/steer-issuance.js';
import { Press } from './actions/press/press.js';
import { MakeDocuments } from './actions/sealing/make-documents.js';
import { SealCertificates } from './actions/sealing/seal-certificates.js';
import { VoidBrokenOff } from './actions/sealing/void-broken-off.js';
import { CertificateFiles } from './web/certificate-files.js';
import { IssuanceController } from './web/issuance.controller.js';
import { CertificateFormsController } from './web/certificate-forms.controller.js';
import { NumbersController } from './web/numbers.controller.js';
import { IssuerKeys } from './actions/issuer-keys.js';
import { MakeReceipt } from './actions/make-receipt.js';
import { OpenShareLink } from './actions/open-share-link.js';
import { PrerequisitesByCertificates } from './actions/prerequisites-by-certificates.js';
import { RecordLook } from './actions/record-look.js';
import { ReissueCertificate } from './actions/reissue-certificate.js';
import { RevokeCertificate } from './actions/revoke-certificate.js';
import { ShareCertificate } from './actions/share-certificate.js';
import { VerificationLimits } from './actions/verification-limits.js';
import { VerifyCertificate } from './actions/verify-certificate.js';
import { VerifyFile } from './actions/verify-file.js';
import { VerifyForProgram } from './actions/verify-for-program.js';
import { VerificationsApiController } from './api/verifications.controller.js';
import { Printing } from './paper/printing.js';
import { CertificateController } from './web/certificate.controller.js';
import { CohortCertificatesController } from './web/cohort-certificates.controller.js';
import { EmployerHistoryController } from './web/employer-history.controller.js';
import { EmployerHomeController } from './web/employer-home.controller.js';
import { EmployerListsController } from './web/employer-lists.controller.js';
import { FileVerificationController } from './web/file-verification.controller.js';
import { LogProofController } from './web/log-proof.controller.js';
import { LogController } from './web/log.controller.js';
import { OfficeCertificatesController } from './web/office-certificates.controller.js';
import { OfficePapersController } from './web/office-papers.controller.js';
import { OwnCertificatesController } from './web/own-certificates.controller.js';
import { OwnCertificatePages } from './web/own/own-certificate-pages.js';
import { OwnCertificateController } from './web/own/own-certificate.controller.js';
import { ShareLinksController } from './web/own/share-links.controller.js';
import { Papers } from './web/papers.js';
import { ReceiptController } from './web/receipt.controller.js';
import { Register } from './web/register.js';
import { ReplacementController } from './web/replacement.controller.js';
import { RevocationController } from './web/revocation.controller.js';
import { SharedCertificateController } from './web/shared-certificate.controller.js';
import { Showing } from './web/showing.js';
import { TemplateController } from './web/template.controller.js';
import { VerificationController } from './web/verification.controller.js';

/** Certificates: issued once, frozen, revoked or replaced in the open, verified by strangers. */
@Module({
  imports: [EmployersModule],
  controllers: [
    VerificationsApiController,
    CertificateController,
    CohortCertificatesController,
    EmployerHistoryController,
    EmployerHomeController,
    EmployerListsController,
    FileVerificationController,
    LogProofController,
    CertificateFormsController,
    IssuanceController,
    NumbersController,
    LogController,
    OfficeCertificatesController,
    OfficePapersController,
    OwnCertificatesController,
    OwnCertificateController,
    ShareLinksController,
    ReceiptController,
    ReplacementController,
    RevocationController,
    SharedCertificateController,
    TemplateController,
    VerificationController,
  ],
  providers: [
    AnswerList,
    AnswerSigner,
    AskWithList,
    CertificateLetters,
    ChangeTemplate,
    CheckForEmployer,
    HideCertificate,
    IssuanceSteps,
    IssueCertificates,
    IssuerKeys,
    MakeDocuments,
    Press,
    SealCertificates,
    SteerIssuance,
    VoidBrokenOff,
    MakeReceipt,
    OpenShareLink,
    PrerequisitesByCertificates,
    RecordLook,
    ReissueCertificate,
    RevokeCertificate,
    ShareCertificate,
    VerificationLimits,
    VerifyCertificate,
    VerifyFile,
    VerifyForProgram,
    Printing,
    OwnCertificatePages,
    CertificateFiles,
    Papers,
    Register,
    Showing,
  ],
  exports: [
    SealCertificates,
    IssuerKeys,
    VerifyCertificate,
    Printing,
    IssueCertificates,
    RevokeCertificate,
    ReissueCertificate,
    ChangeTemplate,
    PrerequisitesByCertificates,
  ],
})
export class CertificationsModule {}
