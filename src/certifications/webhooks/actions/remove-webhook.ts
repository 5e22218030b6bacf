import { Injectable } from '@nestjs/common';
import { type Actor, UnitOfWork } from '../../../platform/index.js';
import { Webhook } from '../data/webhook.entity.js';
import { auditWebhook, lockOwnWebhook } from './lock-own-webhook.js';

@Injectable()
export class RemoveWebhook {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Stops sending; the delivery log stays. @throws NotFound */
  execute(actor: Actor, id: string): Promise<void> {
    return this.unitOfWork.run(actor, async (tx) => {
      const own = await lockOwnWebhook(tx, actor, id);
      await tx.of(Webhook).update({ id }, { removedAt: tx.now });
      await auditWebhook(tx, 'webhook.removed', own);
    });
  }
}
