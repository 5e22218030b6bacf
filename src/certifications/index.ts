export { CertificationsModule } from './certifications.module.js';
export { certificationWords } from './words.js';
export { certificationEntities } from './data/entities.js';
