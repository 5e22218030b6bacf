import { HideCertificate } from './actions/hide-certificate.js';
import { ShowCertificate } from './actions/show-certificate.js';
import { FindAlteredCertificates } from './actions/find-altered-certificates.js';
import { OpenCertificate } from './actions/open-certificate.js';
import { OpenCertificates } from './actions/open-certificates.js';
import { PrerequisitesByCertificates } from './actions/prerequisites-by-certificates.js';
import { CertificatesOfTrainees } from './data/certificates-of-trainees.js';
import { RecordLook } from './actions/record-look.js';
import { CertificateFiles } from './web/certificate-files.js';
import { CertificateFormsController } from './web/certificate-forms.controller.js';
import { CertificateController } from './web/certificate.controller.js';
import { OfficeCertificatesController } from './web/office-certificates.controller.js';
import { OfficePapersController } from './web/office-papers.controller.js';
import { Papers } from './web/papers.js';
import { Register } from './web/register.js';

export const registerControllers = [
  CertificateFormsController,
  CertificateController,
  OfficeCertificatesController,
  OfficePapersController,
];

export const registerProviders = [
  CertificatesOfTrainees,
  PrerequisitesByCertificates,
  HideCertificate,
  ShowCertificate,
  FindAlteredCertificates,
  OpenCertificate,
  OpenCertificates,
  RecordLook,
  CertificateFiles,
  Papers,
  Register,
];
