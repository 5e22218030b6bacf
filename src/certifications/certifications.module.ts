import { Module } from '@nestjs/common';
import { CertificateLetters } from './actions/certificate-letters.js';
import { ChangeTemplate } from './actions/change-template.js';
import { IssueCertificates } from './actions/issue-certificates.js';
import { ChangeIssuerKeys } from './actions/change-issuer-keys.js';
import { IssuerKeys } from './actions/issuer-keys.js';
import { PrerequisitesByCertificates } from './actions/prerequisites-by-certificates.js';
import { ReissueCertificate } from './actions/reissue-certificate.js';
import { RevokeCertificate } from './actions/revoke-certificate.js';
import { StatusLists } from './actions/status-lists.js';
import { VerifyCertificate } from './actions/verify-certificate.js';
import { Printing } from './paper/printing.js';
import { CertificateController } from './web/certificate.controller.js';
import { CohortCertificatesController } from './web/cohort-certificates.controller.js';
import { IssuerController } from './web/issuer.controller.js';
import { IssuerKeysController } from './web/issuer-keys.controller.js';
import { KeyChangeController } from './web/key-change.controller.js';
import { OfficeCertificatesController } from './web/office-certificates.controller.js';
import { OwnCertificatesController } from './web/own-certificates.controller.js';
import { ReplacementController } from './web/replacement.controller.js';
import { RevocationController } from './web/revocation.controller.js';
import { TemplateController } from './web/template.controller.js';
import { VerificationController } from './web/verification.controller.js';

/** Certificates: issued once, frozen, revoked or replaced in the open, verified by strangers. */
@Module({
  controllers: [
    VerificationController, CertificateController, OfficeCertificatesController, RevocationController, ReplacementController, CohortCertificatesController,
    TemplateController, OwnCertificatesController,
    IssuerController, IssuerKeysController, KeyChangeController,
  ],
  providers: [
    IssuerKeys, ChangeIssuerKeys, StatusLists,
    Printing, CertificateLetters, IssueCertificates, RevokeCertificate, ReissueCertificate, ChangeTemplate, VerifyCertificate, PrerequisitesByCertificates,
  ],
  exports: [IssuerKeys, Printing, IssueCertificates, RevokeCertificate, ReissueCertificate, ChangeTemplate, PrerequisitesByCertificates],
})
export class CertificationsModule {}
