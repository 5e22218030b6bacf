import { Module } from '@nestjs/common';
import { EmployersModule } from '../employers/index.js';
import { AnswerList } from './actions/answer-list.js';
import { AnswerSigner } from './actions/answer-signer.js';
import { AskWithList } from './actions/ask-with-list.js';
import { KeepWebhooks } from './actions/keep-webhooks.js';
import { TellWebhooks } from './actions/tell-webhooks.js';
import { WebhookSecret } from './actions/webhook-secret.js';
import { CertificateLetters } from './actions/certificate-letters.js';
import { CheckForEmployer } from './actions/check-for-employer.js';
import { ChangeTemplate } from './actions/change-template.js';
import { IssueCertificates } from './actions/issue-certificates.js';
import { KnownKeys } from './actions/known-keys.js';
import { IssuerKeys } from './actions/issuer-keys.js';
import { PrerequisitesByCertificates } from './actions/prerequisites-by-certificates.js';
import { ReissueCertificate } from './actions/reissue-certificate.js';
import { RevokeCertificate } from './actions/revoke-certificate.js';
import { VerificationLimits } from './actions/verification-limits.js';
import { VerifyCertificate } from './actions/verify-certificate.js';
import { VerifyForProgram } from './actions/verify-for-program.js';
import { DevelopersController } from './api/developers.controller.js';
import { VerificationsApiController } from './api/verifications.controller.js';
import { VerifyFile } from './actions/verify-file.js';
import { Printing } from './paper/printing.js';
import { CertificateController } from './web/certificate.controller.js';
import { CohortCertificatesController } from './web/cohort-certificates.controller.js';
import { EmployerHistoryController } from './web/employer-history.controller.js';
import { EmployerHomeController } from './web/employer-home.controller.js';
import { WebhooksController } from './web/webhooks.controller.js';
import { EmployerListsController } from './web/employer-lists.controller.js';
import { OfficeCertificatesController } from './web/office-certificates.controller.js';
import { OwnCertificatesController } from './web/own-certificates.controller.js';
import { ReplacementController } from './web/replacement.controller.js';
import { RevocationController } from './web/revocation.controller.js';
import { TemplateController } from './web/template.controller.js';
import { VerificationController } from './web/verification.controller.js';

/** Certificates: issued once, frozen, revoked or replaced in the open, verified by strangers. */
@Module({
  imports: [EmployersModule],
  controllers: [
    EmployerHomeController, EmployerListsController, EmployerHistoryController, VerificationsApiController, WebhooksController, DevelopersController,
    VerificationController, CertificateController, OfficeCertificatesController, RevocationController, ReplacementController, CohortCertificatesController,
    TemplateController, OwnCertificatesController,
  ],
  providers: [
    CheckForEmployer, VerifyForProgram, AskWithList, AnswerList, AnswerSigner, WebhookSecret, KeepWebhooks, TellWebhooks,
    VerificationLimits, VerifyFile, KnownKeys,
    IssuerKeys,
    Printing, CertificateLetters, IssueCertificates, RevokeCertificate, ReissueCertificate, ChangeTemplate, VerifyCertificate, PrerequisitesByCertificates,
  ],
  exports: [VerifyCertificate, IssuerKeys, Printing, IssueCertificates, RevokeCertificate, ReissueCertificate, ChangeTemplate, PrerequisitesByCertificates],
})
export class CertificationsModule {}
