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
import { may } from '../domain/may.js';

/**
 * Puts a letter that was given up, or waits for its next try, back to the front of the outbox.
 * A letter that was sent stays sent, and one that is being sent is left alone.
 */
@Injectable()
export class SendLetterAgain {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async of(actor: Actor, id: string): Promise<{ to: string } | Refused<AdministrationRefusalCode>> {
    if (!may(actor, 'outbox.read')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const letter = await sendAgain(tx, id);
      if (!letter) throw new NotFound();
      if (letter.state === 'sent')
        return refused(refuse('letterOnItsWay', { to: letter.toAddress, at: letter.sentAt }));
      if (letter.state === 'sending') return refused(refuse('emailBeingSent', { to: letter.toAddress }));
      await tx.audit('letter.retried', { type: 'letter', id, label: `${letter.subject} → ${letter.toAddress}` });
      return { to: letter.toAddress };
    });
  }
}
