import { Inject, Injectable } from '@nestjs/common';
import { lockOwn } from '../../../employers/index.js';
import {
  type Actor,
  CONFIG,
  type Config,
  newId,
  outsideUrl,
  refuse,
  type Refusal,
  refused,
  type Refused,
  UnitOfWork,
} from '../../../platform/index.js';
import { webhooksOf } from '../data/webhook-queries.js';
import { Webhook } from '../data/webhook.entity.js';
import type { WebhookRefusalCode } from '../domain/refusals.js';
import { eventsFrom, MOST_WEBHOOKS } from '../domain/webhook.js';
import { WebhookSecret } from './webhook-secret.js';

const LONGEST_URL = 500;

export interface WebhookInput {
  readonly employerId: string;
  readonly url: string;
  readonly events: readonly string[];
}

/** Adds a webhook of an employer's program, for changes from now on. */
@Injectable()
export class AddWebhook {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly secrets: WebhookSecret,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Returns the secret that signs the messages; it is never shown again. */
  execute(
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
}
