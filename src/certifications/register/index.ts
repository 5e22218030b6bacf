export * from './domain/index.js';
export { carryHiding, HideCertificate } from './actions/hide-certificate.js';
export { ShowCertificate } from './actions/show-certificate.js';
export { PrerequisitesByCertificates } from './actions/prerequisites-by-certificates.js';
export { CertificatesOfTrainees } from './actions/certificates-of-trainees.js';
export { OpenCertificate } from './actions/open-certificate.js';
export { OpenCertificates } from './actions/open-certificates.js';
export { RecordView } from './actions/record-view.js';
export { CertificateHiding } from './data/certificate-hiding.entity.js';
export { CertificateView } from './data/certificate-view.entity.js';
export {
  type Hiding,
  MAY_BE_GONE,
  openedCertificate,
  type OpenedCertificate,
  type ShownCertificate,
} from './data/shown-certificate.js';
export { registerMessages } from './messages/index.js';
export { registerControllers, registerProviders } from './register.providers.js';
export { CertificateFiles, ExternalFile } from './web/certificate-files.js';
export { filterFrom, type Query } from './web/certificate.filter.js';
export { type CertificatePageModel, certificateView } from './web/certificate.page.js';
export { OwnDocuments } from './web/own-documents.js';
export { AccessHistory, type AccessPage } from './web/access-history.js';
export { stepsView, type StepView } from './web/steps.page.js';
