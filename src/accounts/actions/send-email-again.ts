import { Injectable } from '@nestjs/common';
import {
  type Actor,
  NotAllowed,
  NotFound,
  refuse,
  refused,
  type Refused,
  sendAgain,
  UnitOfWork,
} from '../../platform/index.js';
import type { AdministrationRefusalCode } from '../domain/administration.js';
import { may } from '../domain/rights.js';

/**
 * Puts an email that was given up, or waits for its next attempt, at the front of the outbox. One that was sent or is
 * being sent is left alone.
 */
@Injectable()
export class SendEmailAgain {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async execute(actor: Actor, id: string): Promise<{ to: string } | Refused<AdministrationRefusalCode>> {
    if (!may(actor, 'outbox.read')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const mail = await sendAgain(tx, id);
      if (!mail) throw new NotFound();
      if (mail.state === 'sent') return refused(refuse('emailOnItsWay', { to: mail.toAddress, at: mail.sentAt }));
      if (mail.state === 'sending') return refused(refuse('emailBeingSent', { to: mail.toAddress }));
      await tx.audit('letter.retried', { type: 'letter', id, label: `${mail.subject} → ${mail.toAddress}` });
      return { to: mail.toAddress };
    });
  }
}
