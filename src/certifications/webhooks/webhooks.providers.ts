import { ComposeWebhookMessages } from './actions/compose-webhook-messages.js';
import { DeliverWebhooks } from './actions/deliver-webhooks.js';
import { KeepWebhooks } from './actions/keep-webhooks.js';
import { TellWebhooks } from './actions/tell-webhooks.js';
import { WebhookSecret } from './actions/webhook-secret.js';
import { WebhooksController } from './web/webhooks.controller.js';

export const webhookControllers = [WebhooksController];

export const webhookProviders = [ComposeWebhookMessages, KeepWebhooks, TellWebhooks, DeliverWebhooks, WebhookSecret];
