export * from './access.js';
export * from './answers.js';
export * from './faults.js';
export { notice, type Notice } from './notice.js';
export { pathWithin } from './paths.js';
export { type Limit, Throttle } from './throttle.js';
export { CurrentVisit, type Visit, visitOf } from './visit.js';
export { RECOGNITION, type Recognition, SESSION_COOKIE, type SignedIn } from './visits.js';
export { configureHttp, fastifyAdapter, MOST_BODY_BYTES } from './configure.js';
