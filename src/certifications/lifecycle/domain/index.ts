export { renewedUntil, requestBlockers } from './renewing.js';
