/** Why an address is not told of changes. */
export type WebhookRefusalCode = 'webhookAddress' | 'tooManyWebhooks' | 'webhookListensToNothing';
