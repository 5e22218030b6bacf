import { Inject, Injectable } from '@nestjs/common';
import { Clock, CONFIG, type Config, dayOf, daysAfter, instantOf, newId, type PostOutcome, postOutside, Reads, SYSTEM, Ticker, type Transaction, UnitOfWork } from '../../platform/index.js';
import { allWebhooks, changesSince, type DueDelivery, dueDeliveries, expiredBetween, type FoundChange, type WebhookRow } from '../data/webhooks/webhook-queries.js';
import { WebhookDelivery } from '../data/webhooks/webhook-delivery.entity.js';
import { Webhook } from '../data/webhooks/webhook.entity.js';
import { messageOf, MOST_ATTEMPTS, waitAfter } from '../domain/webhook.js';
import { Printing } from '../paper/printing.js';
import { WebhookSecret } from './webhook-secret.js';

export const WEBHOOK_TASK = 'webhooks';
const EVERY = 30_000;
const AT_ONCE = 20;
/** Units that were under way at the last look are seen at the next. */
const OVERLAP = 5 * 60_000;
const LOOKED_EVERY = 10 * 60_000;

/** Finds changes to certificates that employers verified, and tells their webhooks; each message is kept and tried again, longer each time. */
@Injectable()
export class TellWebhooks {
  constructor(
    private readonly unitOfWork: UnitOfWork, private readonly reads: Reads, private readonly clock: Clock, private readonly secrets: WebhookSecret, private readonly printing: Printing,
    @Inject(CONFIG) private readonly config: Config, ticker: Ticker,
  ) {
    ticker.every(WEBHOOK_TASK, EVERY, async () => {
      await this.look();
      await this.deliver();
    });
  }

  /** Makes a message of every change since the last look. */
  async look(): Promise<void> {
    for (const webhook of await allWebhooks((query) => this.reads.all(query))) await this.lookFor(webhook);
  }

  /** Sends what is due, the longest due first. */
  async deliver(): Promise<void> {
    for (const delivery of await dueDeliveries((query) => this.reads.all(query), this.clock.now(), AT_ONCE)) {
      const headers = this.secrets.headersFor(delivery, this.clock.now());
      await this.record(delivery, await postOutside({ url: delivery.url, body: delivery.body, headers }, this.config.webhookHosts));
    }
  }

  private async lookFor(webhook: WebhookRow): Promise<void> {
    const ask = this.reads.all.bind(this.reads);
    const now = this.clock.now();
    const found: FoundChange[] = await changesSince(ask, webhook, Math.max(webhook.createdAt - 1, webhook.scannedAt - OVERLAP));
    const [from, today] = [dayOf(webhook.scannedAt), dayOf(now)];
    if (from < today && webhook.events.includes('certificate.expired')) {
      found.push(...(await expiredBetween(ask, webhook, { from, today })).map(({ expiresOn, ...change }) => ({ ...change, at: instantOf(daysAfter(expiresOn, 1), '00:00') })));
    }
    if (found.length === 0 && from === today && webhook.scannedAt + LOOKED_EVERY > now) return;
    await this.unitOfWork.run(SYSTEM, async (tx) => {
      tx.withoutAudit('each message keeps its own delivery');
      for (const change of found) await this.store(tx, webhook, change);
      await tx.of(Webhook).update({ id: webhook.id }, { scannedAt: tx.now });
    });
  }

  /** The unique index holds against another process that has found the same. */
  private async store(tx: Transaction, webhook: WebhookRow, change: FoundChange): Promise<void> {
    const body = messageOf({ ...change, url: this.printing.addressOf(change.token) });
    await tx.of(WebhookDelivery).createQueryBuilder().insert().values({
      id: newId(), webhookId: webhook.id, event: change.event, certificateId: change.certificateId, body, state: 'pending', attempts: 0, createdAt: tx.now, nextAttemptAt: tx.now,
      sentAt: null, status: null, fault: null,
    }).orIgnore().execute();
  }

  private record({ id, attempts: before }: DueDelivery, outcome: PostOutcome): Promise<void> {
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      tx.withoutAudit('the message itself keeps its delivery');
      const attempts = before + 1;
      const status = 'status' in outcome ? outcome.status : null;
      const told = { attempts, status, fault: 'fault' in outcome ? outcome.fault : null };
      const taken = status !== null && status >= 200 && status < 300;
      const over = attempts >= MOST_ATTEMPTS || status === 410;
      await tx.of(WebhookDelivery).update({ id }, taken ? { ...told, state: 'sent', sentAt: tx.now } : { ...told, state: over ? 'failed' : 'pending', nextAttemptAt: tx.now + waitAfter(attempts) });
    });
  }
}
