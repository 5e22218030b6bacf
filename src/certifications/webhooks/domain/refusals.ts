/** Why a webhook address is refused. */
export type WebhookRefusalCode = 'webhookAddress' | 'tooManyWebhooks' | 'webhookListensToNothing';
