import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type Actor, newId, Ticker, UnitOfWork } from '../../../platform/index.js';
import { WebhookDelivery } from '../data/webhook-delivery.entity.js';
import { testMessage } from '../domain/webhook.js';
import { auditWebhook, lockOwnWebhook } from './lock-own-webhook.js';
import { WEBHOOK_TASK } from './tell-webhooks.js';

/** Test messages of one webhook that wait, for example because its receiver does not answer. */
const MOST_WAITING = 10;

@Injectable()
export class TestWebhook {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ticker: Ticker,
  ) {}

  /** Sends a test message without a certificate, unless several wait to be sent already. @throws NotFound */
  async execute(actor: Actor, id: string): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const own = await lockOwnWebhook(tx, actor, id);
      const waiting = { webhookId: id, event: 'test' as const, state: In(['pending', 'sending']) };
      if ((await tx.of(WebhookDelivery).countBy(waiting)) >= MOST_WAITING)
        return tx.withoutAudit('test messages wait to be sent');
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
