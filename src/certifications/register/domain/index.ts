export { certificateChecks } from './certificate-checks.js';
export { coarseClient } from './viewing.js';
export { WAITING_RENEWAL, type WaitingRenewal } from './waiting-renewal.js';
