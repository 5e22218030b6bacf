import { HideCertificate } from './actions/hide-certificate.js';
import { ShowCertificate } from './actions/show-certificate.js';
import { OpenCertificate } from './actions/open-certificate.js';
import { OpenCertificates } from './actions/open-certificates.js';
import { RecordView } from './actions/record-view.js';
import { PrerequisitesByCertificates } from './actions/prerequisites-by-certificates.js';
import { CertificatesOfTrainees } from './actions/certificates-of-trainees.js';
import { CertificateFiles } from './web/certificate-files.js';
import { CertificateDocumentsController } from './web/certificate-documents.controller.js';
import { LogProofController } from './web/log-proof.controller.js';
import { CertificateController } from './web/certificate.controller.js';
import { OfficeCertificatesController } from './web/office-certificates.controller.js';
import { OfficeDocumentsController } from './web/office-documents.controller.js';
import { OwnDocuments } from './web/own-documents.js';
import { AccessHistory } from './web/access-history.js';

export const registerControllers = [
  CertificateDocumentsController,
  CertificateController,
  LogProofController,
  OfficeCertificatesController,
  OfficeDocumentsController,
];

export const registerProviders = [
  CertificatesOfTrainees,
  PrerequisitesByCertificates,
  HideCertificate,
  ShowCertificate,
  OpenCertificate,
  OpenCertificates,
  RecordView,
  CertificateFiles,
  OwnDocuments,
  AccessHistory,
];
