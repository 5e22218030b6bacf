import { Inject, Injectable } from '@nestjs/common';
import { lockOwn } from '../../../employers/index.js';
import {
  type Actor,
  CONFIG,
  type Config,
  newId,
  NotFound,
  outsideUrl,
  refuse,
  type Refusal,
  refused,
  type Refused,
  Ticker,
  type Transaction,
  UnitOfWork,
} from '../../../platform/index.js';
import { WebhookDelivery } from '../data/webhook-delivery.entity.js';
import { webhooksOf } from '../data/webhook-queries.js';
import { Webhook } from '../data/webhook.entity.js';
import type { WebhookRefusalCode } from '../domain/refusals.js';
import { eventsFrom, MOST_WEBHOOKS, testMessage } from '../domain/webhook.js';
import { WEBHOOK_TASK } from './tell-webhooks.js';
import { WebhookSecret } from './webhook-secret.js';

const LONGEST_URL = 500;

export interface WebhookInput {
  readonly employerId: string;
  readonly url: string;
  readonly events: readonly string[];
}

/** Addresses of employers' programs that hear of changes. Kept by the employer's contacts and by the office. */
@Injectable()
export class KeepWebhooks {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly secrets: WebhookSecret,
    private readonly ticker: Ticker,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The answer holds the secret that signs the messages; it is not shown again. */
  add(
    actor: Actor,
    { employerId, url, events }: WebhookInput,
  ): Promise<{ readonly id: string; readonly secret: string } | Refused<WebhookRefusalCode>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const employer = await lockOwn(tx, actor, employerId);
      const [address, hears] = [outsideUrl(url, this.config.webhookHosts), eventsFrom(events)];
      const reasons: Refusal<WebhookRefusalCode>[] = [];
      if (!address || address.href.length > LONGEST_URL) reasons.push(refuse('webhookAddress', {}, 'url'));
      if (hears.length === 0) reasons.push(refuse('webhookListensToNothing', {}, 'events'));
      if ((await webhooksOf(tx.query, employerId)).length >= MOST_WEBHOOKS)
        reasons.push(refuse('tooManyWebhooks', { most: MOST_WEBHOOKS }, 'url'));
      if (reasons.length > 0 || !address) return refused(...reasons);
      const [id, secret] = [newId(), this.secrets.make()];
      await tx.of(Webhook).insert({
        id,
        employerId,
        url: address.href,
        sealedSecret: this.secrets.seal(secret, id),
        events: hears,
        scannedAt: tx.now,
        createdAt: tx.now,
        createdByName: actor.name,
        removedAt: null,
      });
      await tx.audit(
        'webhook.added',
        { type: 'employer', id: employerId, label: employer.name },
        { url: address.href },
      );
      return { id, secret };
    });
  }

  /** Nothing is sent there any more; the log stays. */
  remove(actor: Actor, id: string): Promise<void> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { webhook, employer } = await this.own(tx, actor, id);
      await tx.of(Webhook).update({ id }, { removedAt: tx.now });
      await tx.audit(
        'webhook.removed',
        { type: 'employer', id: employer.id, label: employer.name },
        { url: webhook.url },
      );
    });
  }

  /** Sends a message of no certificate, so that the receiver can be tried. */
  async test(actor: Actor, id: string): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const { webhook, employer } = await this.own(tx, actor, id);
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
      await tx.audit(
        'webhook.tested',
        { type: 'employer', id: employer.id, label: employer.name },
        { url: webhook.url },
      );
    });
    this.ticker.wake(WEBHOOK_TASK);
  }

  /** The same message again, by the same id, whatever became of it. One that is being sent right now is left alone. */
  async resend(actor: Actor, id: string, deliveryId: string): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const { webhook, employer } = await this.own(tx, actor, id);
      const delivery = await tx.lock(WebhookDelivery, deliveryId);
      if (delivery?.webhookId !== webhook.id) throw new NotFound();
      if (delivery.state === 'sending') return tx.withoutAudit('it is being sent already');
      await tx.of(WebhookDelivery).update({ id: deliveryId }, { state: 'pending', attempts: 0, nextAttemptAt: tx.now });
      await tx.audit(
        'webhook.resent',
        { type: 'employer', id: employer.id, label: employer.name },
        { url: webhook.url },
      );
    });
    this.ticker.wake(WEBHOOK_TASK);
  }

  private async own(
    tx: Transaction,
    actor: Actor,
    id: string,
  ): Promise<{ readonly webhook: Webhook; readonly employer: { readonly id: string; readonly name: string } }> {
    const webhook = await tx.lock(Webhook, id);
    if (!webhook || webhook.removedAt !== null) throw new NotFound();
    return { webhook, employer: await lockOwn(tx, actor, webhook.employerId) };
  }
}
