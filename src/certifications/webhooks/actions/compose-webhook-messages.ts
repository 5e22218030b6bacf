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

/** Composes messages from checked certificate records, not from the queue. */
@Injectable()
export class ComposeWebhookMessages {
  constructor(
    private readonly clock: Clock,
    private readonly printing: Printing,
    private readonly open: OpenCertificates,
  ) {}

  /** In order; `null`: the record was altered, or has no such change. */
  async execute(messages: readonly ToCompose[]): Promise<(string | null)[]> {
    const opened = await this.open.execute([...new Set(messages.flatMap(({ certificateId }) => certificateId ?? []))]);
    return messages.map(({ event, certificateId, createdAt }) => {
      if (event === 'test') return testMessage(createdAt);
      const shown = opened.get(certificateId ?? '')?.shown;
      const change = shown ? changeOf(event, shown, this.clock.today()) : null;
      return shown && change ? messageOf({ ...change, url: this.printing.addressOf(shown.certificate.token) }) : null;
    });
  }
}
