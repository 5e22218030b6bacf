import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import {
  BACKGROUND_TIMING,
  type BackgroundTiming,
  Clock,
  CONFIG,
  type Config,
  Heartbeat,
  LOGGER,
  persist,
  type PostOutcome,
  postOutside,
  ReadDatabase,
  Stopwatch,
  SYSTEM,
  type TaskTurn,
  type Transaction,
  UnitOfWork,
} from '../../../platform/index.js';
import {
  type AfterDelivery,
  claimDelivery,
  type ClaimedDelivery,
  recordDelivery,
  renewDeliveries,
  webhooksDue,
} from '../data/webhook-claims.js';
import { MOST_ATTEMPTS, waitAfter } from '../domain/webhook.js';
import { ComposeWebhookMessages } from './compose-webhook-messages.js';
import { WebhookSecret } from './webhook-secret.js';

/** Concurrent messages, each to a different webhook. */
const AT_ONCE = 8;
/** Of these, the maximum for webhooks that timed out last time. */
const AT_ONCE_TO_SLOW = 4;
/** Milliseconds after which no message is started, so that the task can look for changes again. */
const LONGEST_TURN = 30_000;

type Outcome = PostOutcome | { readonly fault: 'notSigned' | 'unchecked' | 'hidden' };

/**
 * Sends webhooks the messages that are due. One message of a webhook is under way at a time, oldest first; a
 * receiver that keeps silent holds up nobody else. Each message is claimed first, so that processes never send the
 * same one at once; one whose sender was lost goes out again by the same id.
 */
@Injectable()
export class DeliverWebhooks {
  /** Webhooks that timed out last time: tried last, and few at once. */
  private readonly slow = new Set<string>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly secrets: WebhookSecret,
    private readonly compose: ComposeWebhookMessages,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly log: Logger,
    @Inject(BACKGROUND_TIMING) private readonly timing: BackgroundTiming,
  ) {}

  async isDue(): Promise<boolean> {
    return (await webhooksDue(this.reads.query, this.clock.now())).length > 0;
  }

  async execute(turn: TaskTurn): Promise<void> {
    const underWay = new Map<string, { readonly claim: string; readonly ended: Promise<void> }>();
    const silent = new Set<string>();
    const renewal = new Heartbeat(this.timing.claim / 3, () =>
      this.renew([...underWay.values()].map(({ claim }) => claim)),
    );
    const turning = new Stopwatch();
    try {
      while (turn.stillHolds() && turning.elapsed() < LONGEST_TURN) {
        for (const webhookId of await this.next([...underWay.keys()], silent)) {
          const delivery = await this.write((tx) => claimDelivery(tx, webhookId, this.timing.claim));
          if (!delivery) continue;
          const ended = this.deliver(delivery, silent).finally(() => underWay.delete(webhookId));
          underWay.set(webhookId, { claim: delivery.claim, ended });
        }
        if (underWay.size === 0) return;
        await Promise.race([...[...underWay.values()].map(({ ended }) => ended), turn.woken()]);
      }
    } finally {
      await Promise.all([...underWay.values()].map(({ ended }) => ended));
      await renewal.stop();
    }
  }

  /** Webhooks that get a message now: at most one each, and none that timed out in this turn. */
  private async next(busy: readonly string[], silent: ReadonlySet<string>): Promise<string[]> {
    const due = (await webhooksDue(this.reads.query, this.clock.now())).filter(
      (id) => !busy.includes(id) && !silent.has(id),
    );
    const slowRoom = AT_ONCE_TO_SLOW - busy.filter((id) => this.slow.has(id)).length;
    const [quick, slow] = [due.filter((id) => !this.slow.has(id)), due.filter((id) => this.slow.has(id))];
    return [...quick, ...slow.slice(0, Math.max(0, slowRoom))].slice(0, AT_ONCE - busy.length);
  }

  /** Never rejects: what cannot be recorded is logged, and sent again when its claim has run out. */
  private async deliver(delivery: ClaimedDelivery, silent: Set<string>): Promise<void> {
    const { webhookId } = delivery;
    const outcome = await this.send(delivery);
    const timedOut = 'fault' in outcome && outcome.fault === 'timeout';
    if (timedOut) [silent, this.slow].forEach((set) => set.add(webhookId));
    else this.slow.delete(webhookId);
    const record = (): Promise<void> =>
      this.write((tx) => recordDelivery(tx, delivery, after(delivery, outcome, tx.now)));
    const failed = (fault: unknown): void => {
      this.log.warn({ err: fault, delivery: delivery.id }, 'could not record the delivery of a message to a webhook');
    };
    await persist(record, failed).catch(failed);
  }

  private async send(delivery: ClaimedDelivery): Promise<Outcome> {
    try {
      const [message] = await this.compose.execute([delivery]);
      if (!message || 'unsent' in message) return { fault: message?.unsent ?? 'unchecked' };
      const { body } = message;
      const headers = this.secrets.headersFor({ ...delivery, body }, this.clock.now());
      return await postOutside({ url: delivery.url, body, headers }, this.config.webhookHosts, this.timing.answer);
    } catch (fault) {
      this.log.error({ err: fault, delivery: delivery.id }, 'could not sign a message to a webhook');
      return { fault: 'notSigned' };
    }
  }

  private async renew(claims: readonly string[]): Promise<void> {
    await this.write((tx) => renewDeliveries(tx, claims, this.timing.claim)).catch((fault: unknown) => {
      this.log.warn({ err: fault }, 'could not renew the claims on messages to webhooks');
    });
  }

  private write<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.unitOfWork.run(SYSTEM, (tx) => {
      tx.withoutAudit('the message itself keeps its delivery');
      return work(tx);
    });
  }
}

function after({ attempts: before }: ClaimedDelivery, outcome: Outcome, now: number): AfterDelivery {
  const attempts = before + 1;
  const status = 'status' in outcome ? outcome.status : null;
  const attempt = { attempts, status, fault: 'fault' in outcome ? outcome.fault : null };
  if (status !== null && status >= 200 && status < 300) return { ...attempt, state: 'sent', sentAt: now };
  const over = attempts >= MOST_ATTEMPTS || status === 410 || attempt.fault === 'hidden';
  return { ...attempt, state: over ? 'failed' : 'pending', nextAttemptAt: now + waitAfter(attempts) };
}
