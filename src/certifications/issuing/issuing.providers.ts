import { AbandonIssuance } from './actions/abandon-issuance.js';
import { CertificateEmails } from './actions/certificate-emails.js';
import { IssuanceSteps } from './actions/issuance-steps.js';
import { IssueCertificates } from './actions/issue-certificates.js';
import { MakeDocuments } from './actions/make-documents.js';
import { ResumeIssuance } from './actions/resume-issuance.js';
import { SignCertificates } from './actions/sign-certificates.js';
import { StopIssuance } from './actions/stop-issuance.js';
import { VoidBrokenOff } from './actions/void-broken-off.js';
import { CohortCertificatesController } from './web/cohort-certificates.controller.js';
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
  AbandonIssuance,
  CertificateEmails,
  IssueCertificates,
  IssuanceSteps,
  MakeDocuments,
  ResumeIssuance,
  SignCertificates,
  StopIssuance,
  VoidBrokenOff,
  IssuancePages,
];
