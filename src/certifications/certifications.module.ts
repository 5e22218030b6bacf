import { Module } from '@nestjs/common';
import { CertificateLetters } from './actions/certificate-letters.js';
import { ChangeTemplate } from './actions/change-template.js';
import { IssueCertificates } from './actions/issue-certificates.js';
import { KnownKeys } from './actions/known-keys.js';
import { MakeReceipt } from './actions/make-receipt.js';
import { IssuerKeys } from './actions/issuer-keys.js';
import { PrerequisitesByCertificates } from './actions/prerequisites-by-certificates.js';
import { ReissueCertificate } from './actions/reissue-certificate.js';
import { RevokeCertificate } from './actions/revoke-certificate.js';
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
import { TemplateController } from './web/template.controller.js';
import { VerificationController } from './web/verification.controller.js';

/** Certificates: issued once, frozen, revoked or replaced in the open, verified by strangers. */
@Module({
  controllers: [
    FileVerificationController, ReceiptController,
    VerificationController, CertificateController, OfficeCertificatesController, RevocationController, ReplacementController, CohortCertificatesController,
    TemplateController, OwnCertificatesController,
  ],
  providers: [
    VerificationLimits, VerifyFile, KnownKeys, MakeReceipt, Showing,
    Printing, CertificateLetters, IssueCertificates, RevokeCertificate, ReissueCertificate, ChangeTemplate, VerifyCertificate, PrerequisitesByCertificates,
  ],
  exports: [VerifyCertificate, Printing, IssueCertificates, RevokeCertificate, ReissueCertificate, ChangeTemplate, PrerequisitesByCertificates],
    IssuerKeys,
    Printing, CertificateLetters, IssueCertificates, RevokeCertificate, ReissueCertificate, ChangeTemplate, VerifyCertificate, PrerequisitesByCertificates,
  ],
  exports: [IssuerKeys, Printing, IssueCertificates, RevokeCertificate, ReissueCertificate, ChangeTemplate, PrerequisitesByCertificates],
})
export class CertificationsModule {}
