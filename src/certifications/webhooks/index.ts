export * from './domain/index.js';
export { WebhookSecret } from './actions/webhook-secret.js';
export { WebhookDelivery } from './data/webhook-delivery.entity.js';
export { type WebhookStanding, webhookStandings } from './data/webhook-queries.js';
export { Webhook } from './data/webhook.entity.js';
export { webhookMessages } from './messages/index.js';
export { webhookControllers, webhookProviders } from './webhooks.providers.js';
