import { CertificateEmails } from './actions/certificate-emails.js';
import { IssuanceSteps } from './actions/issuance-steps.js';
import { IssueCertificates } from './actions/issue-certificates.js';
import { MakeDocuments } from './actions/make-documents.js';
import { SignCertificates } from './actions/sign-certificates.js';
import { SteerIssuance } from './actions/steer-issuance.js';
import { VoidBrokenOff } from './actions/void-broken-off.js';
import { CohortCertificatesController } from './web/cohort-certificates.controller.js';
import { IssuanceController } from './web/issuance.controller.js';
import { NumbersController } from './web/numbers.controller.js';

export const issuingControllers = [CohortCertificatesController, IssuanceController, NumbersController];

export const issuingProviders = [
  CertificateEmails,
  IssueCertificates,
  IssuanceSteps,
  SteerIssuance,
  MakeDocuments,
  SignCertificates,
  VoidBrokenOff,
];
