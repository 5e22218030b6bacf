import { lockOwn } from '../../../employers/index.js';
import { type Actor, NotFound, type Transaction } from '../../../platform/index.js';
import { Webhook } from '../data/webhook.entity.js';

export interface OwnWebhook {
  readonly webhook: Webhook;
  readonly employer: { readonly id: string; readonly name: string };
}

/** Kept by the employer's contacts and by the office. @throws NotFound once it is removed */
export async function lockOwnWebhook(tx: Transaction, actor: Actor, id: string): Promise<OwnWebhook> {
  const webhook = await tx.lock(Webhook, id);
  if (!webhook || webhook.removedAt !== null) throw new NotFound();
  return { webhook, employer: await lockOwn(tx, actor, webhook.employerId) };
}

export function auditWebhook(tx: Transaction, act: string, { webhook, employer }: OwnWebhook): Promise<void> {
  return tx.audit(act, { type: 'employer', id: employer.id, label: employer.name }, { url: webhook.url });
}
