import { Module, type OnModuleInit } from '@nestjs/common';
import { CoursesModule } from '../courses/index.js';
import { EmployersModule } from '../employers/index.js';
import { Ticker } from '../platform/index.js';
import { AnswerList } from './actions/answer-list.js';
import { AnswerSigner } from './actions/answer-signer.js';
import { AskWithList } from './actions/ask-with-list.js';
import { BindRegister } from './actions/binding/bind-register.js';
import { CheckRegister } from './actions/binding/check-register.js';
import { ClearAlarms } from './actions/binding/clear-alarms.js';
import { CheckRegisterState } from './actions/binding/check-register-state.js';
import { FollowLog } from './actions/binding/follow-log.js';
import { FittingKeys } from './actions/binding/fitting-keys.js';
import { RegisterBinding } from './actions/binding/register-binding.js';
import { RegisterKey } from './actions/binding/register-key.js';
import { RegisterMark } from './actions/binding/register-mark.js';
import { ReportAlteredRecord } from './actions/binding/report-altered-record.js';
import { CertificateBatches } from './actions/certificate-batches.js';
import { CertificateLetters } from './actions/certificate-letters.js';
import { ChangeIssuerKeys } from './actions/change-issuer-keys.js';
import { ChangeRenewalRule } from './actions/change-renewal-rule.js';
import { ChangeTemplate } from './actions/change-template.js';
import { CheckOnPage } from './actions/check-on-page.js';
import { SeeAlarms } from './actions/see-alarms.js';
import { CountTries } from './actions/count-tries.js';
import { CheckForEmployer } from './actions/check-for-employer.js';
import { EndedPlaces } from './actions/ended-places.js';
import { HideCertificate } from './actions/hide-certificate.js';
import { IssueCertificates } from './actions/issue-certificates.js';
import { IssuerKeys } from './actions/issuer-keys.js';
import { IssuanceSteps } from './actions/issuing/issuance-steps.js';
import { SteerIssuance } from './actions/issuing/steer-issuance.js';
import { KeepTemplates } from './actions/keep-templates.js';
import { KeepWebhooks } from './actions/keep-webhooks.js';
import { MakeReceipt } from './actions/make-receipt.js';
import { OpenCertificate } from './actions/open-certificate.js';
import { OpenReceipt } from './actions/open-receipt.js';
import { OpenShareLink } from './actions/open-share-link.js';
import { PrerequisitesByCertificates } from './actions/prerequisites-by-certificates.js';
import { Press } from './actions/press/press.js';
import { ReadList } from './actions/read-list.js';
import { RecordLook } from './actions/record-look.js';
import { ReissueCertificate } from './actions/reissue-certificate.js';
import { RemoveWhatIsOver } from './actions/remove-what-is-over.js';
import { RemindOfExpiry } from './actions/remind-of-expiry.js';
import { RenewCertificate } from './actions/renew-certificate.js';
import { RenewalRequests } from './actions/renewal-requests.js';
import { RevokeCertificate } from './actions/revoke-certificate.js';
import { MakeDocuments } from './actions/sealing/make-documents.js';
import { SealCertificates } from './actions/sealing/seal-certificates.js';
import { VoidBrokenOff } from './actions/sealing/void-broken-off.js';
import { ShareCertificate } from './actions/share-certificate.js';
import { StatusLists } from './actions/status-lists.js';
import { TellWebhooks } from './actions/tell-webhooks.js';
import { DeliverWebhooks } from './actions/webhooks/deliver-webhooks.js';
import { VerificationLimits } from './actions/verification-limits.js';
import { VerifyCertificate } from './actions/verify-certificate.js';
import { FileChecker } from './actions/file-check/file-checker.js';
import { VerifyFile } from './actions/verify-file.js';
import { VerifyForProgram } from './actions/verify-for-program.js';
import { WebhookSecret } from './actions/webhook-secret.js';
import { DevelopersController } from './api/developers.controller.js';
import { VerificationsApiController } from './api/verifications.controller.js';
import { Printing } from './paper/printing.js';
import { AchievementTemplateController } from './web/achievement-template.controller.js';
import { BatchPreviews } from './web/batch-preview.js';
import { BatchController } from './web/batch.controller.js';
import { CheckHistory } from './web/check-history.js';
import { CertificateFiles } from './web/certificate-files.js';
import { CertificateFormsController } from './web/certificate-forms.controller.js';
import { CertificateController } from './web/certificate.controller.js';
import { CohortCertificatesController } from './web/cohort-certificates.controller.js';
import { EmployerHistoryController } from './web/employer-history.controller.js';
import { EmployerHomeController } from './web/employer-home.controller.js';
import { EmployerListsController } from './web/employer-lists.controller.js';
import { FileVerificationController } from './web/file-verification.controller.js';
import { IssuanceController } from './web/issuance.controller.js';
import { IssuerKeysController } from './web/issuer-keys.controller.js';
import { IssuerController } from './web/issuer.controller.js';
import { KeyChangeController } from './web/key-change.controller.js';
import { LogProofController } from './web/log-proof.controller.js';
import { LogController } from './web/log.controller.js';
import { NumbersController } from './web/numbers.controller.js';
import { OfficeCertificatesController } from './web/office-certificates.controller.js';
import { OfficeChecksController } from './web/office-checks.controller.js';
import { OfficePapersController } from './web/office-papers.controller.js';
import { OwnCertificatesController } from './web/own-certificates.controller.js';
import { OwnFilesController } from './web/own/own-files.controller.js';
import { OwnCertificatePages } from './web/own/own-certificate-pages.js';
import { OwnCertificateController } from './web/own/own-certificate.controller.js';
import { ShareLinksController } from './web/own/share-links.controller.js';
import { Papers } from './web/papers.js';
import { ReceiptController } from './web/receipt.controller.js';
import { Register } from './web/register.js';
import { RenewalRulesController } from './web/renewal-rules.controller.js';
import { RenewalController } from './web/renewal.controller.js';
import { RenewalsController } from './web/renewals.controller.js';
import { ReplacementController } from './web/replacement.controller.js';
import { RevocationController } from './web/revocation.controller.js';
import { RevocationsController } from './web/revocations.controller.js';
import { SharedCertificateController } from './web/shared-certificate.controller.js';
import { SharedFilesController } from './web/shared-files.controller.js';
import { Showing } from './web/showing.js';
import { TemplateListController } from './web/template-list.controller.js';
import { TemplatePages } from './web/template-pages.js';
import { TemplatesController } from './web/templates.controller.js';
import { VerificationController } from './web/verification.controller.js';
import { WebhooksController } from './web/webhooks.controller.js';

const AN_HOUR = 3_600_000;

/** Certificates: issued once, frozen, revoked or replaced in the open, verified by strangers. */
@Module({
  imports: [CoursesModule, EmployersModule],
  controllers: [
    DevelopersController,
    VerificationsApiController,
    AchievementTemplateController,
    BatchController,
    CertificateFormsController,
    CertificateController,
    CohortCertificatesController,
    EmployerHistoryController,
    EmployerHomeController,
    EmployerListsController,
    FileVerificationController,
    IssuanceController,
    IssuerKeysController,
    IssuerController,
    KeyChangeController,
    LogProofController,
    LogController,
    NumbersController,
    OfficeCertificatesController,
    OfficeChecksController,
    OfficePapersController,
    OwnCertificatesController,
    OwnCertificateController,
    OwnFilesController,
    ShareLinksController,
    ReceiptController,
    RenewalRulesController,
    RenewalController,
    RenewalsController,
    ReplacementController,
    RevocationController,
    RevocationsController,
    SharedFilesController,
    SharedCertificateController,
    TemplateListController,
    TemplatesController,
    VerificationController,
    WebhooksController,
  ],
  providers: [
    AnswerList,
    AnswerSigner,
    AskWithList,
    BindRegister,
    CheckRegister,
    CheckRegisterState,
    ClearAlarms,
    FittingKeys,
    FollowLog,
    RegisterBinding,
    RegisterKey,
    RegisterMark,
    ReportAlteredRecord,
    CertificateBatches,
    CertificateLetters,
    ChangeIssuerKeys,
    ChangeRenewalRule,
    ChangeTemplate,
    CheckForEmployer,
    CountTries,
    SeeAlarms,
    CheckOnPage,
    EndedPlaces,
    FileChecker,
    HideCertificate,
    IssueCertificates,
    IssuerKeys,
    IssuanceSteps,
    SteerIssuance,
    KeepTemplates,
    KeepWebhooks,
    MakeReceipt,
    OpenCertificate,
    OpenReceipt,
    OpenShareLink,
    PrerequisitesByCertificates,
    Press,
    ReadList,
    RecordLook,
    ReissueCertificate,
    RemindOfExpiry,
    RemoveWhatIsOver,
    RenewCertificate,
    RenewalRequests,
    RevokeCertificate,
    MakeDocuments,
    SealCertificates,
    VoidBrokenOff,
    ShareCertificate,
    StatusLists,
    TellWebhooks,
    DeliverWebhooks,
    VerificationLimits,
    VerifyCertificate,
    VerifyFile,
    VerifyForProgram,
    WebhookSecret,
    Printing,
    BatchPreviews,
    CertificateFiles,
    CheckHistory,
    OwnCertificatePages,
    Papers,
    Register,
    Showing,
    TemplatePages,
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
    KeepTemplates,
    PrerequisitesByCertificates,
    RenewCertificate,
  ],
})
export class CertificationsModule implements OnModuleInit {
  constructor(private readonly ticker: Ticker, private readonly remind: RemindOfExpiry) {}

  onModuleInit(): void {
    const { remind } = this;
    this.ticker.every({ name: 'expiry-reminders', every: AN_HOUR, due: () => remind.anyDue(), work: (turn) => remind.due(turn) });
  }
}
