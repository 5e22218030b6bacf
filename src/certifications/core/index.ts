export * from './domain/index.js';
export { CertificateEvent } from './data/certificate-event.entity.js';
export {
  certificateChoices,
  type CertificateFilter,
  countCertificates,
  DUES,
  idsOfCertificates,
} from './data/certificate-list.js';
export { Certificate } from './data/certificate.entity.js';
export {
  certificateById,
  type CertificateRow,
  certificatesOfAccount,
  certificatesOfTrainees,
  type EventRow,
  type Neighbour,
} from './data/certificates.js';
export { hasExpiredOn, isValid } from './data/sql.js';
export { ownCertificate } from './data/own-certificate.js';
export { picturesOf } from './data/pictures-of.js';
export { coreMessages } from './messages/index.js';
