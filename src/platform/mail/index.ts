export { DELIVERY, Mailer } from './mailer.js';
export { sendAgain } from './send-again.js';
