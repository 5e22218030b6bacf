import { Injectable } from '@nestjs/common';
import {
  A_MINUTE,
  A_DAY,
  type QueryFunction,
  Clock,
  dayOf,
  newId,
  ReadDatabase,
  SYSTEM,
  type TaskTurn,
  Ticker,
  type Transaction,
  UnitOfWork,
} from '../../../platform/index.js';
import { WebhookDelivery } from '../data/webhook-delivery.entity.js';
import {
  allWebhooks,
  changesSince,
  expiredBetween,
  type FoundChange,
  type WebhookRow,
} from '../data/webhook-queries.js';
import { Webhook } from '../data/webhook.entity.js';
import { ComposeWebhookMessages } from './compose-webhook-messages.js';
import { DeliverWebhooks } from './deliver-webhooks.js';

export const WEBHOOK_TASK = 'webhooks';
const EVERY = 30_000;
/** Overlap in milliseconds, for transactions that were under way at the last scan. */
const OVERLAP = 5 * A_MINUTE;
/**
 * How far the looks have come is stored this often where nothing is found;
 * a process that starts looks again from there.
 */
const STORED_EVERY = A_DAY;

interface Look {
  readonly webhook: WebhookRow;
  readonly found: readonly (FoundChange & { readonly body: string })[];
  readonly at: number;
}

/**
 * Finds changes of certificates that employers verified, and queues messages for their webhooks; failed messages are
 * retried at growing intervals.
 */
@Injectable()
export class TellWebhooks {
  private readonly query: QueryFunction;
  /** By webhook: until when this process has scanned without finding changes. */
  private readonly looked = new Map<string, number>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly compose: ComposeWebhookMessages,
    private readonly delivering: DeliverWebhooks,
    reads: ReadDatabase,
    ticker: Ticker,
  ) {
    this.query = reads.query;
    ticker.every({ name: WEBHOOK_TASK, every: EVERY, due: () => this.isDue(), work: (turn) => this.work(turn) });
  }

  private async isDue(): Promise<boolean> {
    return (await this.delivering.isDue()) || (await this.looks()).length > 0;
  }

  private async work(turn: TaskTurn): Promise<void> {
    for (const look of await this.looks()) if (turn.stillHolds()) await this.store(look);
    await this.delivering.execute(turn);
  }

  /**
   * Data to write: messages for the changes since the last scan, and occasionally the scan position.
   */
  private async looks(): Promise<Look[]> {
    const looks: Look[] = [];
    for (const webhook of await allWebhooks(this.query)) {
      const at = this.clock.now();
      const stored = await this.changesFor(webhook, at);
      const { found, unchecked } = await this.judged(stored);
      // Changes of altered records are scanned again: they are sent once the record is in order.
      const until = unchecked ? webhook.scannedAt : at;
      if (found.length > 0 || webhook.scannedAt + STORED_EVERY <= until) looks.push({ webhook, found, at: until });
      else if (until === at) this.looked.set(webhook.id, at);
    }
    return looks;
  }

  private async changesFor(webhook: WebhookRow, now: number): Promise<FoundChange[]> {
    const scannedAt = Math.max(webhook.scannedAt, this.looked.get(webhook.id) ?? 0);
    const found = await changesSince(this.query, webhook, Math.max(webhook.createdAt - 1, scannedAt - OVERLAP));
    const [from, today] = [dayOf(scannedAt), dayOf(now)];
    if (from === today || !webhook.events.includes('certificate.expired')) return found;
    return [...found, ...(await expiredBetween(this.query, webhook, { from, today }))];
  }

  /** Changes that the certificate's checked record confirms and shows, and whether some could not be checked. */
  private async judged(
    stored: readonly FoundChange[],
  ): Promise<{ readonly found: Look['found']; readonly unchecked: boolean }> {
    const createdAt = this.clock.now();
    const messages = await this.compose.execute(stored.map((one) => ({ ...one, createdAt })));
    const found = stored.flatMap((one, at) => {
      const message = messages[at];
      return message && 'body' in message ? [{ ...one, body: message.body }] : [];
    });
    return { found, unchecked: messages.some((one) => 'unsent' in one && one.unsent === 'unchecked') };
  }

  private async store({ webhook, found, at }: Look): Promise<void> {
    await this.unitOfWork.run(SYSTEM, async (tx) => {
      tx.withoutAudit('each message keeps its own delivery');
      for (const change of found) await this.storeMessage(tx, webhook, change);
      await tx.of(Webhook).update({ id: webhook.id }, { scannedAt: at });
    });
  }

  /** The unique index prevents duplicates by another process. */
  private async storeMessage(
    tx: Transaction,
    webhook: WebhookRow,
    { certificateId, event, body }: Look['found'][number],
  ): Promise<void> {
    await tx
      .of(WebhookDelivery)
      .createQueryBuilder()
      .insert()
      .values({
        id: newId(),
        webhookId: webhook.id,
        event,
        certificateId,
        body,
        state: 'pending',
        attempts: 0,
        createdAt: tx.now,
        nextAttemptAt: tx.now,
        claimedBy: null,
        claimedUntil: null,
        sentAt: null,
        status: null,
        fault: null,
      })
      .orIgnore()
      .execute();
  }
}
