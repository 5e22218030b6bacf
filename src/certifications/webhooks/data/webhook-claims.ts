import sql from 'sql-template-tag';
import { In } from 'typeorm';
import { type QueryFunction, newId, type Transaction } from '../../../platform/index.js';
import type { DeliveredEvent } from '../domain/webhook.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';
import { Webhook } from './webhook.entity.js';

/** A message claimed by one sender until the claim expires. */
export interface ClaimedDelivery {
  readonly id: string;
  readonly claim: string;
  readonly webhookId: string;
  readonly url: string;
  readonly sealedSecret: Buffer;
  readonly event: DeliveredEvent;
  readonly certificateId: string | null;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly attempts: number;
}

export type AfterDelivery = Partial<
  Pick<WebhookDelivery, 'state' | 'attempts' | 'status' | 'fault' | 'sentAt' | 'nextAttemptAt'>
>;

const FREE = { claimedBy: null, claimedUntil: null } as const;

/**
 * Webhooks with a message that is due and none under way, in the order in which their messages fell due. A claim that
 * ran out belonged to a sender that was lost: its message is due again.
 */
export async function webhooksDue(query: QueryFunction, now: number): Promise<string[]> {
  const rows = await query<{ id: string }>(sql`
    SELECT d.webhook_id AS "id"
    FROM (
      SELECT webhook_id, next_attempt_at AS due_at FROM webhook_delivery WHERE state = 'pending' AND next_attempt_at <= ${now}
      UNION ALL
      SELECT webhook_id, claimed_until AS due_at FROM webhook_delivery WHERE state = 'sending' AND claimed_until <= ${now}
    ) d JOIN webhook w ON w.id = d.webhook_id
    WHERE w.removed_at IS NULL AND d.webhook_id NOT IN (
      SELECT webhook_id FROM webhook_delivery WHERE state = 'sending' AND claimed_until > ${now})
    GROUP BY d.webhook_id ORDER BY MIN(d.due_at), d.webhook_id`);
  return rows.map(({ id }) => id);
}

/** The oldest message of a webhook that is due, unless one is under way; `null`: there is none any more. */
export async function claimDelivery(
  tx: Transaction,
  webhookId: string,
  milliseconds: number,
): Promise<ClaimedDelivery | null> {
  const webhook = await tx.lock(Webhook, webhookId);
  if (!webhook || webhook.removedAt !== null) return null;
  const [due] = await tx.query<Pick<ClaimedDelivery, 'id' | 'event' | 'certificateId' | 'createdAt' | 'attempts'>>(sql`
    SELECT d.id AS "id", d.event AS "event", d.certificate_id AS "certificateId", d.created_at AS "createdAt", d.attempts AS "attempts" FROM webhook_delivery d
    WHERE d.webhook_id = ${webhookId}
      AND ((d.state = 'pending' AND d.next_attempt_at <= ${tx.now}) OR (d.state = 'sending' AND d.claimed_until <= ${tx.now}))
      AND NOT EXISTS (
        SELECT 1 FROM webhook_delivery o WHERE o.webhook_id = ${webhookId} AND o.state = 'sending' AND o.claimed_until > ${tx.now})
    ORDER BY d.created_at, d.id LIMIT 1`);
  if (!due) return null;
  const claim = newId();
  await tx
    .of(WebhookDelivery)
    .update({ id: due.id }, { state: 'sending', claimedBy: claim, claimedUntil: tx.now + milliseconds });
  return {
    ...due,
    createdAt: Number(due.createdAt),
    claim,
    webhookId,
    url: webhook.url,
    sealedSecret: webhook.sealedSecret,
  };
}

/** Messages that are under way stay claimed for so much longer. */
export async function renewDeliveries(tx: Transaction, claims: readonly string[], milliseconds: number): Promise<void> {
  if (claims.length === 0) return;
  const underWay = { state: 'sending', claimedBy: In([...claims]) } as const;
  await tx.of(WebhookDelivery).update(underWay, { claimedUntil: tx.now + milliseconds });
}

/** Records the outcome of an attempt. A received message is marked as sent, whoever has claimed it since. */
export async function recordDelivery(
  tx: Transaction,
  { id, claim }: ClaimedDelivery,
  after: AfterDelivery,
): Promise<void> {
  const stillMine = after.state === 'sent' ? { id } : { id, state: 'sending' as const, claimedBy: claim };
  await tx.of(WebhookDelivery).update(stillMine, { ...after, ...FREE });
}
