import { PrerequisitesByCertificates } from './actions/prerequisites-by-certificates.js';
import { CertificatesOfTrainees } from './data/certificates-of-trainees.js';

export const coreProviders = [CertificatesOfTrainees, PrerequisitesByCertificates];
