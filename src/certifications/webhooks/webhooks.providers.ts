import { AddWebhook } from './actions/add-webhook.js';
import { ComposeWebhookMessages } from './actions/compose-webhook-messages.js';
import { DeliverWebhooks } from './actions/deliver-webhooks.js';
import { RemoveWebhook } from './actions/remove-webhook.js';
import { ResendDelivery } from './actions/resend-delivery.js';
import { TellWebhooks } from './actions/tell-webhooks.js';
import { TestWebhook } from './actions/test-webhook.js';
import { WebhookSecret } from './actions/webhook-secret.js';
import { WebhookRemovalController } from './web/webhook-removal.controller.js';
import { WebhookController } from './web/webhook.controller.js';
import { WebhooksController } from './web/webhooks.controller.js';

export const webhookControllers = [WebhooksController, WebhookController, WebhookRemovalController];

export const webhookProviders = [
  AddWebhook,
  ComposeWebhookMessages,
  DeliverWebhooks,
  RemoveWebhook,
  ResendDelivery,
  TellWebhooks,
  TestWebhook,
  WebhookSecret,
];
