export { DELIVERY, PostOffice } from './post-office.js';
export { sendAgain } from './send-again.js';
