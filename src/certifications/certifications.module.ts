import { Module, type OnModuleInit } from '@nestjs/common';
import { Ticker } from '../platform/index.js';
import { CertificateBatches } from './actions/certificate-batches.js';
import { CertificateLetters } from './actions/certificate-letters.js';
import { ChangeRenewalRule } from './actions/change-renewal-rule.js';
import { ChangeTemplate } from './actions/change-template.js';
import { HideCertificate } from './actions/hide-certificate.js';
import { IssueCertificates } from './actions/issue-certificates.js';
import { OpenShareLink } from './actions/open-share-link.js';
import { PrerequisitesByCertificates } from './actions/prerequisites-by-certificates.js';
import { RecordLook } from './actions/record-look.js';
import { ReissueCertificate } from './actions/reissue-certificate.js';
import { RemindOfExpiry } from './actions/remind-of-expiry.js';
import { RenewCertificate } from './actions/renew-certificate.js';
import { RenewalRequests } from './actions/renewal-requests.js';
import { RevokeCertificate } from './actions/revoke-certificate.js';
import { ShareCertificate } from './actions/share-certificate.js';
import { VerificationLimits } from './actions/verification-limits.js';
import { VerifyCertificate } from './actions/verify-certificate.js';
import { Printing } from './paper/printing.js';
import { BatchController } from './web/batch.controller.js';
import { BatchPreviews } from './web/batch-preview.js';
import { CertificateController } from './web/certificate.controller.js';
import { CohortCertificatesController } from './web/cohort-certificates.controller.js';
import { OfficeCertificatesController } from './web/office-certificates.controller.js';
import { OwnCertificatesController } from './web/own-certificates.controller.js';
import { OfficePapersController } from './web/office-papers.controller.js';
import { Papers } from './web/papers.js';
import { OwnCertificateController } from './web/own/own-certificate.controller.js';
import { OwnCertificatePages } from './web/own/own-certificate-pages.js';
import { ShareLinksController } from './web/own/share-links.controller.js';
import { Register } from './web/register.js';
import { RenewalController } from './web/renewal.controller.js';
import { RenewalRulesController } from './web/renewal-rules.controller.js';
import { RenewalsController } from './web/renewals.controller.js';
import { ReplacementController } from './web/replacement.controller.js';
import { RevocationsController } from './web/revocations.controller.js';
import { RevocationController } from './web/revocation.controller.js';
import { SharedCertificateController } from './web/shared-certificate.controller.js';
import { TemplateController } from './web/template.controller.js';
import { VerificationController } from './web/verification.controller.js';

const AN_HOUR = 3_600_000;

/** Certificates: issued once, frozen, revoked or replaced in the open, verified by strangers. */
@Module({
  controllers: [
    VerificationController, CertificateController, OfficeCertificatesController, RevocationController, ReplacementController, CohortCertificatesController,
    TemplateController, OwnCertificatesController,
    OwnCertificateController, ShareLinksController, SharedCertificateController, OfficePapersController, RenewalController, RenewalRulesController, RevocationsController, RenewalsController, BatchController,
  ],
  providers: [
    Printing, CertificateLetters, IssueCertificates, RevokeCertificate, ReissueCertificate, ChangeTemplate, VerifyCertificate, PrerequisitesByCertificates,
    HideCertificate, ShareCertificate, OpenShareLink, RecordLook, OwnCertificatePages, Register, Papers,
    RenewCertificate, RenewalRequests, RemindOfExpiry, ChangeRenewalRule, CertificateBatches, BatchPreviews,
    VerificationLimits,
  ],
  exports: [VerifyCertificate, Printing, IssueCertificates, RevokeCertificate, ReissueCertificate, ChangeTemplate, PrerequisitesByCertificates],
})
export class CertificationsModule implements OnModuleInit {
  constructor(private readonly ticker: Ticker, private readonly remind: RemindOfExpiry) {}

  onModuleInit(): void {
    this.ticker.every('expiry-reminders', AN_HOUR, () => this.remind.due());
  }
}
