import { Injectable } from '@nestjs/common';
import { type Actor, newId, Ticker, UnitOfWork } from '../../../platform/index.js';
import { WebhookDelivery } from '../data/webhook-delivery.entity.js';
import { testMessage } from '../domain/webhook.js';
import { auditWebhook, lockOwnWebhook } from './lock-own-webhook.js';
import { WEBHOOK_TASK } from './tell-webhooks.js';

@Injectable()
export class TestWebhook {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ticker: Ticker,
  ) {}

  /** Sends a test message without a certificate. @throws NotFound */
  async execute(actor: Actor, id: string): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const own = await lockOwnWebhook(tx, actor, id);
      await tx.of(WebhookDelivery).insert({
        id: newId(),
        webhookId: id,
        event: 'test',
        certificateId: null,
        body: testMessage(tx.now),
        state: 'pending',
        attempts: 0,
        createdAt: tx.now,
        nextAttemptAt: tx.now,
        claimedBy: null,
        claimedUntil: null,
        sentAt: null,
        status: null,
        fault: null,
      });
      await auditWebhook(tx, 'webhook.tested', own);
    });
    this.ticker.wake(WEBHOOK_TASK);
  }
}
