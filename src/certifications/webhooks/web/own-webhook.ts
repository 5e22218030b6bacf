import { ownEmployer } from '../../../employers/index.js';
import { found, type QueryFunction, type RequestContext } from '../../../platform/index.js';
import { type WebhookRow, webhooksOf } from '../data/webhook-queries.js';

export const WEBHOOKS = '/employer/webhooks';

/** A webhook of the employer for which the actor acts. @throws NotFound */
export async function ownWebhook(query: QueryFunction, context: RequestContext, id: string): Promise<WebhookRow> {
  const { id: employerId } = await ownEmployer(query, context);
  return found((await webhooksOf(query, employerId)).find((webhook) => webhook.id === id));
}
