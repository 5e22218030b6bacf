export { DELIVERY, Mailer } from './mailer.js';
export { readdress } from './readdress.js';
export { sendAgain } from './send-again.js';
