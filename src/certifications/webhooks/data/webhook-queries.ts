import sql, { type Sql } from 'sql-template-tag';
import { type QueryFunction, storedList } from '../../../platform/index.js';
import { hasExpiredOn, isValid } from '../../core/index.js';
import type { DeliveredEvent, DeliveryState, WebhookEvent } from '../domain/webhook.js';

export interface WebhookRow {
  readonly id: string;
  readonly employerId: string;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  readonly scannedAt: number;
  readonly createdAt: number;
  readonly createdByName: string;
}

export const webhooksOf = (query: QueryFunction, employerId: string): Promise<WebhookRow[]> =>
  webhooks(query, sql`employer_id = ${employerId}`);
export const allWebhooks = (query: QueryFunction): Promise<WebhookRow[]> => webhooks(query, sql`1 = 1`);

async function webhooks(query: QueryFunction, where: Sql): Promise<WebhookRow[]> {
  const rows = await query<Omit<WebhookRow, 'events'> & { events: string }>(sql`
    SELECT id AS "id", employer_id AS "employerId", url AS "url", events AS "events", scanned_at AS "scannedAt", created_at AS "createdAt", created_by_name AS "createdByName"
    FROM webhook WHERE removed_at IS NULL AND ${where} ORDER BY created_at, id`);
  return rows.map((row) => ({
    ...row,
    events: storedList<WebhookEvent>(row.events),
    scannedAt: Number(row.scannedAt),
    createdAt: Number(row.createdAt),
  }));
}

export interface WebhookStanding extends WebhookRow {
  readonly sent: number;
  readonly pending: number;
  readonly failed: number;
  readonly lastSentAt: number | null;
}

/** An employer's webhooks, each with what became of its messages. */
export async function webhookStandings(query: QueryFunction, employerId: string): Promise<WebhookStanding[]> {
  const counts = await query<{
    id: string;
    sent: number;
    pending: number;
    failed: number;
    lastSentAt: number | null;
  }>(sql`
    SELECT webhook_id AS "id", SUM(CASE WHEN state = 'sent' THEN 1 ELSE 0 END) AS "sent", SUM(CASE WHEN state IN ('pending', 'sending') THEN 1 ELSE 0 END) AS "pending",
      SUM(CASE WHEN state = 'failed' THEN 1 ELSE 0 END) AS "failed", MAX(sent_at) AS "lastSentAt"
    FROM webhook_delivery WHERE webhook_id IN (SELECT id FROM webhook WHERE employer_id = ${employerId}) GROUP BY webhook_id`);
  const known = new Map(counts.map((one) => [one.id, one]));
  return (await webhooksOf(query, employerId)).map((webhook) => {
    const { sent = 0, pending = 0, failed = 0, lastSentAt = null } = known.get(webhook.id) ?? {};
    return {
      ...webhook,
      sent: Number(sent),
      pending: Number(pending),
      failed: Number(failed),
      lastSentAt: lastSentAt === null ? null : Number(lastSentAt),
    };
  });
}

export interface DeliveryRow {
  readonly id: string;
  readonly event: DeliveredEvent;
  readonly number: string | null;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly createdAt: number;
  readonly nextAttemptAt: number;
  readonly sentAt: number | null;
  readonly status: number | null;
  readonly fault: string | null;
}

/** The log of a webhook, newest first. */
export async function deliveriesOf(
  query: QueryFunction,
  webhookId: string,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<DeliveryRow[]> {
  const rows = await query<DeliveryRow>(sql`
    SELECT d.id AS "id", d.event AS "event", k.number AS "number", d.state AS "state", d.attempts AS "attempts", d.created_at AS "createdAt", d.next_attempt_at AS "nextAttemptAt",
      d.sent_at AS "sentAt", d.status AS "status", d.fault AS "fault"
    FROM webhook_delivery d LEFT JOIN certificate k ON k.id = d.certificate_id WHERE d.webhook_id = ${webhookId} ORDER BY d.created_at DESC, d.id DESC LIMIT ${limit} OFFSET ${offset}`);
  return rows.map((row) => ({
    ...row,
    createdAt: Number(row.createdAt),
    nextAttemptAt: Number(row.nextAttemptAt),
    sentAt: row.sentAt === null ? null : Number(row.sentAt),
  }));
}

export async function countDeliveries(query: QueryFunction, webhookId: string): Promise<number> {
  const [row] = await query<{ count: number }>(
    sql`SELECT COUNT(*) AS "count" FROM webhook_delivery WHERE webhook_id = ${webhookId}`,
  );
  return Number(row?.count ?? 0);
}

export interface FoundChange {
  readonly certificateId: string;
  readonly event: WebhookEvent;
}

/**
 * Revocations and replacements since an instant of certificates that the employer had verified, and
 * that the webhook was not told yet. An answer may be kept after the act began and before it was stored: it calls the
 * certificate what it was.
 */
export async function changesSince(
  query: QueryFunction,
  { id, employerId, events }: WebhookRow,
  since: number,
): Promise<FoundChange[]> {
  const rows = await query<{ certificateId: string; kind: string }>(sql`
    SELECT e.certificate_id AS "certificateId", e.kind AS "kind" FROM certificate_event e
    WHERE e.at > ${since} AND e.kind IN ('revoked', 'superseded')
      AND EXISTS (SELECT 1 FROM verification_record r WHERE r.certificate_id = e.certificate_id AND r.employer_id = ${employerId}
        AND (r.at <= e.at OR r.verdict IN ('valid', 'expired')))
      AND NOT EXISTS (SELECT 1 FROM webhook_delivery d WHERE d.webhook_id = ${id} AND d.certificate_id = e.certificate_id
        AND d.event = CASE e.kind WHEN 'revoked' THEN 'certificate.revoked' ELSE 'certificate.replaced' END)
    ORDER BY e.at, e.id`);
  return rows
    .map(({ certificateId, kind }) => ({
      certificateId,
      event: kind === 'revoked' ? ('certificate.revoked' as const) : ('certificate.replaced' as const),
    }))
    .filter(({ event }) => events.includes(event));
}

/**
 * Certificates verified by the employer whose last day was on or after `from` and before
 * `today`, and that still counted then.
 */
export async function expiredBetween(
  query: QueryFunction,
  { id, employerId }: WebhookRow,
  { from, today }: { readonly from: string; readonly today: string },
): Promise<FoundChange[]> {
  const rows = await query<{ certificateId: string }>(sql`
    SELECT k.id AS "certificateId" FROM certificate k
    WHERE ${isValid('k')} AND k.expires_on >= ${from} AND ${hasExpiredOn('k', today)}
      AND k.id IN (SELECT r.certificate_id FROM verification_record r WHERE r.employer_id = ${employerId} AND r.certificate_id IS NOT NULL)
      AND NOT EXISTS (SELECT 1 FROM webhook_delivery d WHERE d.webhook_id = ${id} AND d.certificate_id = k.id AND d.event = 'certificate.expired')
    ORDER BY k.number`);
  return rows.map(({ certificateId }) => ({ certificateId, event: 'certificate.expired' }));
}
