import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/index.js';
import { Printing } from '../../documents/index.js';
import { OpenCertificates } from '../../register/index.js';
import { changeOf } from '../domain/changes.js';
import { type DeliveredEvent, messageOf, testMessage } from '../domain/webhook.js';

export interface ToCompose {
  readonly event: DeliveredEvent;
  readonly certificateId: string | null;
  /** Epoch milliseconds; for a test, when it was requested. */
  readonly createdAt: number;
}

/** `unchecked`: the record was altered, or has no such change; `hidden`: the change is not public now. */
export type ComposedMessage = { readonly body: string } | { readonly unsent: 'unchecked' | 'hidden' };

/** Composes messages from checked certificate records, not from the queue. */
@Injectable()
export class ComposeWebhookMessages {
  constructor(
    private readonly clock: Clock,
    private readonly printing: Printing,
    private readonly open: OpenCertificates,
  ) {}

  /** In order. */
  async execute(messages: readonly ToCompose[]): Promise<ComposedMessage[]> {
    const opened = await this.open.execute([...new Set(messages.flatMap(({ certificateId }) => certificateId ?? []))]);
    return messages.map(({ event, certificateId, createdAt }) => {
      if (event === 'test') return { body: testMessage(createdAt) };
      const shown = opened.get(certificateId ?? '')?.shown;
      const change = shown ? changeOf(event, shown, this.clock.today()) : null;
      if (!shown || change === null) return { unsent: 'unchecked' };
      if (change === 'hidden') return { unsent: 'hidden' };
      return { body: messageOf({ ...change, url: this.printing.addressOf(shown.certificate.token) }) };
    });
  }
}
