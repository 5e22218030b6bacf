import { AbandonIssuance } from './actions/abandon-issuance.js';
import { BeginIssuance } from './actions/begin-issuance.js';
import { CertificateEmails } from './actions/certificate-emails.js';
import { CheckIssuancePlan } from './actions/check-issuance-plan.js';
import { ConfirmNoneCertified } from './actions/confirm-none-certified.js';
import { FinishIssuance } from './actions/finish-issuance.js';
import { IssueCertificates } from './actions/issue-certificates.js';
import { MakeDocuments } from './actions/make-documents.js';
import { PreviewIssuance } from './actions/preview-issuance.js';
import { ResumeIssuance } from './actions/resume-issuance.js';
import { SignCertificates } from './actions/sign-certificates.js';
import { StopIssuance } from './actions/stop-issuance.js';
import { StoreDocuments } from './actions/store-documents.js';
import { TakeIssuanceStep } from './actions/take-issuance-step.js';
import { VoidBrokenOff } from './actions/void-broken-off.js';
import { CohortCertificatesController } from './web/cohort-certificates.controller.js';
import { CohortCertificatesPages } from './web/cohort-certificates.page.js';
import { IssuanceAbandonmentController } from './web/issuance-abandonment.controller.js';
import { IssuanceStoppingController } from './web/issuance-stopping.controller.js';
import { IssuanceController } from './web/issuance.controller.js';
import { IssuancePages } from './web/issuance.page.js';
import { NumbersController } from './web/numbers.controller.js';

export const issuingControllers = [
  CohortCertificatesController,
  IssuanceController,
  IssuanceAbandonmentController,
  IssuanceStoppingController,
  NumbersController,
];

export const issuingProviders = [
  CohortCertificatesPages,
  AbandonIssuance,
  BeginIssuance,
  CertificateEmails,
  CheckIssuancePlan,
  ConfirmNoneCertified,
  FinishIssuance,
  IssueCertificates,
  MakeDocuments,
  PreviewIssuance,
  ResumeIssuance,
  SignCertificates,
  StopIssuance,
  StoreDocuments,
  TakeIssuanceStep,
  VoidBrokenOff,
  IssuancePages,
];
