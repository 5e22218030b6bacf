import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/index.js';
import { CertificateLetters } from './actions/certificate-letters.js';
import { ChangeTemplate } from './actions/change-template.js';
import { KeepTemplates } from './actions/keep-templates.js';
import { IssueCertificates } from './actions/issue-certificates.js';
import { PrerequisitesByCertificates } from './actions/prerequisites-by-certificates.js';
import { ReissueCertificate } from './actions/reissue-certificate.js';
import { RevokeCertificate } from './actions/revoke-certificate.js';
import { VerifyCertificate } from './actions/verify-certificate.js';
import { Printing } from './paper/printing.js';
import { CertificateController } from './web/certificate.controller.js';
import { CohortCertificatesController } from './web/cohort-certificates.controller.js';
import { OfficeCertificatesController } from './web/office-certificates.controller.js';
import { OwnCertificatesController } from './web/own-certificates.controller.js';
import { ReplacementController } from './web/replacement.controller.js';
import { RevocationController } from './web/revocation.controller.js';
import { AchievementTemplateController } from './web/achievement-template.controller.js';
import { TemplateListController } from './web/template-list.controller.js';
import { TemplatePages } from './web/template-pages.js';
import { TemplatesController } from './web/templates.controller.js';
import { VerificationController } from './web/verification.controller.js';

/** Certificates: issued once, frozen, revoked or replaced in the open, verified by strangers. */
@Module({
  imports: [CoursesModule],
  controllers: [
    VerificationController, CertificateController, OfficeCertificatesController, RevocationController, ReplacementController, CohortCertificatesController,
    TemplateListController, TemplatesController, AchievementTemplateController, OwnCertificatesController,
  ],
  providers: [Printing, CertificateLetters, IssueCertificates, RevokeCertificate, ReissueCertificate, ChangeTemplate, KeepTemplates, TemplatePages, VerifyCertificate, PrerequisitesByCertificates],
  exports: [Printing, IssueCertificates, RevokeCertificate, ReissueCertificate, ChangeTemplate, KeepTemplates, PrerequisitesByCertificates],
})
export class CertificationsModule {}
