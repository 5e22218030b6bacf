import { Injectable } from '@nestjs/common';
import { type Actor, NotFound, Ticker, UnitOfWork } from '../../../platform/index.js';
import { WebhookDelivery } from '../data/webhook-delivery.entity.js';
import { auditWebhook, lockOwnWebhook } from './lock-own-webhook.js';
import { WEBHOOK_TASK } from './tell-webhooks.js';

@Injectable()
export class ResendDelivery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ticker: Ticker,
  ) {}

  /**
   * Sends the same message again, with the same id, whatever its outcome. One being sent right now is left alone.
   * @param id the webhook's
   * @throws NotFound
   */
  async execute(actor: Actor, id: string, deliveryId: string): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const own = await lockOwnWebhook(tx, actor, id);
      const delivery = await tx.lock(WebhookDelivery, deliveryId);
      if (delivery?.webhookId !== own.webhook.id) throw new NotFound();
      if (delivery.state === 'sending') return tx.withoutAudit('it is being sent already');
      await tx.of(WebhookDelivery).update({ id: deliveryId }, { state: 'pending', attempts: 0, nextAttemptAt: tx.now });
      await auditWebhook(tx, 'webhook.resent', own);
    });
    this.ticker.wake(WEBHOOK_TASK);
  }
}
