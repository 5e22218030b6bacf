export { WEBHOOK_EVENTS } from './webhook.js';
