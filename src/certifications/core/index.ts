export * from './domain/index.js';
export { PrerequisitesByCertificates } from './actions/prerequisites-by-certificates.js';
export { coreProviders } from './core.providers.js';
export { CertificateEvent } from './data/certificate-event.entity.js';
export {
  certificateChoices,
  type CertificateFilter,
  countCertificates,
  DUES,
  idsOfCertificates,
  listCertificates,
  type ListedCertificate,
} from './data/certificate-list.js';
export { Certificate } from './data/certificate.entity.js';
export {
  achievementsHeld,
  certificateById,
  type CertificateRow,
  certificatesOfAccount,
  type EventRow,
  type Neighbour,
} from './data/certificates.js';
export { CertificatesOfTrainees } from './data/certificates-of-trainees.js';
export { ownCertificate } from './data/own-certificate.js';
export { picturesOf } from './data/pictures-of.js';
export { coreMessages } from './messages/index.js';
