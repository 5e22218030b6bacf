import { PrerequisitesByCertificates } from './actions/prerequisites-by-certificates.js';

export const coreProviders = [PrerequisitesByCertificates];
