import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/index.js';
import { Printing } from '../../documents/index.js';
import { OpenCertificates } from '../../register/index.js';
import { changeOf } from '../domain/changes.js';
import { type DeliveredEvent, messageOf, testMessage } from '../domain/webhook.js';

export interface ToCompose {
  readonly event: DeliveredEvent;
  readonly certificateId: string | null;
  /** Epoch milliseconds: of a test, when it was asked for. */
  readonly createdAt: number;
}

/** What is told is taken out of a certificate's record that was checked, whatever waits in the queue. */
@Injectable()
export class ComposeWebhookMessages {
  constructor(
    private readonly clock: Clock,
    private readonly printing: Printing,
    private readonly open: OpenCertificates,
  ) {}

  /** In their order; `null`: the record is not as it was issued, or knows nothing of such a change. */
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
