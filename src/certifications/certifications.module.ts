import { Module } from '@nestjs/common';
import { CertificateLetters } from './actions/certificate-letters.js';
import { ChangeTemplate } from './actions/change-template.js';
import { HideCertificate } from './actions/hide-certificate.js';
import { IssueCertificates } from './actions/issue-certificates.js';
import { MakeReceipt } from './actions/make-receipt.js';
import { KnownKeys } from './actions/known-keys.js';
import { OpenShareLink } from './actions/open-share-link.js';
import { IssuerKeys } from './actions/issuer-keys.js';
import { OpenShareLink } from './actions/open-share-link.js';
import { PrerequisitesByCertificates } from './actions/prerequisites-by-certificates.js';
import { RecordLook } from './actions/record-look.js';
import { ReissueCertificate } from './actions/reissue-certificate.js';
import { RevokeCertificate } from './actions/revoke-certificate.js';
import { ShareCertificate } from './actions/share-certificate.js';
import { VerificationLimits } from './actions/verification-limits.js';
import { VerifyCertificate } from './actions/verify-certificate.js';
import { VerifyFile } from './actions/verify-file.js';
import { Printing } from './paper/printing.js';
import { CertificateController } from './web/certificate.controller.js';
import { CohortCertificatesController } from './web/cohort-certificates.controller.js';
import { FileVerificationController } from './web/file-verification.controller.js';
import { OfficeCertificatesController } from './web/office-certificates.controller.js';
import { OwnCertificatesController } from './web/own-certificates.controller.js';
import { ReceiptController } from './web/receipt.controller.js';
import { ReplacementController } from './web/replacement.controller.js';
import { RevocationController } from './web/revocation.controller.js';
import { Showing } from './web/showing.js';
import { OfficePapersController } from './web/office-papers.controller.js';
import { OwnCertificatesController } from './web/own-certificates.controller.js';
import { OwnCertificatePages } from './web/own/own-certificate-pages.js';
import { OwnCertificateController } from './web/own/own-certificate.controller.js';
import { ShareLinksController } from './web/own/share-links.controller.js';
import { Papers } from './web/papers.js';
import { Register } from './web/register.js';
import { SharedCertificateController } from './web/shared-certificate.controller.js';
import { TemplateController } from './web/template.controller.js';
import { VerificationController } from './web/verification.controller.js';

/** Certificates: issued once, frozen, revoked or replaced in the open, verified by strangers. */
@Module({
  controllers: [
    FileVerificationController, ReceiptController,
    VerificationController, CertificateController, OfficeCertificatesController, RevocationController, ReplacementController, CohortCertificatesController,
    TemplateController, OwnCertificatesController,
    OwnCertificateController, ShareLinksController, SharedCertificateController, OfficePapersController,
  ],
  providers: [
    VerificationLimits, VerifyFile, MakeReceipt, Showing,
    Printing, CertificateLetters, IssueCertificates, RevokeCertificate, ReissueCertificate, ChangeTemplate, VerifyCertificate, PrerequisitesByCertificates,
    HideCertificate, ShareCertificate, OpenShareLink, RecordLook, OwnCertificatePages, Register, Papers,
    CertificateController,
    CohortCertificatesController,
    OfficeCertificatesController,
    OfficePapersController,
    OwnCertificatesController,
    OwnCertificateController,
    ShareLinksController,
    ReplacementController,
    RevocationController,
    SharedCertificateController,
    TemplateController,
    VerificationController,
  ],
  providers: [
    CertificateLetters,
    ChangeTemplate,
    HideCertificate,
    IssueCertificates,
    KnownKeys,
    OpenShareLink,
    PrerequisitesByCertificates,
    ReissueCertificate,
    RevokeCertificate,
    ShareCertificate,
    VerificationLimits,
    VerifyCertificate,
    VerifyFile,
    Printing,
    OwnCertificatePages,
    Papers,
    Register,
  ],
  exports: [
    VerifyCertificate,
    Printing,
    IssueCertificates,
    RevokeCertificate,
    ReissueCertificate,
    ChangeTemplate,
    PrerequisitesByCertificates,
  ],
  providers: [
    IssuerKeys,
  ],
  exports: [IssuerKeys, VerifyCertificate, Printing, IssueCertificates, RevokeCertificate, ReissueCertificate, ChangeTemplate, PrerequisitesByCertificates],
})
export class CertificationsModule {}
