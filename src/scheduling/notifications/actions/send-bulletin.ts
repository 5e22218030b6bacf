import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import {
  type Actor,
  NotAllowed,
  NotFound,
  type Refused,
  type Transaction,
  UnitOfWork,
} from '../../../platform/index.js';
import { bulletinById } from '../data/bulletin-facts.js';
import { Bulletin, BulletinChange, BulletinEmail } from '../data/bulletin.entity.js';
import { changesInOtherBulletins } from '../data/open-bulletins.js';
import type { BulletinRefusalCode } from '../domain/refusals.js';
import { bulletinSubject } from './bulletin-subject.js';
import { type BulletinEmailDraft, ComposeBulletin } from './compose-bulletin.js';
import { lockOpenBulletin } from './lock-open-bulletin.js';

export interface SentBulletin {
  /** Number of emails added to the outbox. */
  readonly emails: number;
  readonly changes: number;
}

/** Sends an open bulletin once: a second caller finds it sent. */
@Injectable()
export class SendBulletin {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly compose: ComposeBulletin,
  ) {}

  /** @throws NotFound for an unknown bulletin */
  execute(actor: Actor, id: string): Promise<SentBulletin | Refused<BulletinRefusalCode>> {
    if (!may(actor, 'session.schedule')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const closed = await lockOpenBulletin(tx, id);
      return closed ?? this.send(tx, id);
    });
  }

  private async send(tx: Transaction, id: string): Promise<SentBulletin> {
    const { query } = tx;
    const bulletin = await bulletinById(query, id);
    if (!bulletin) throw new NotFound();
    const emails = await this.compose.emails(query, bulletin);
    const leaving = emails.filter(({ dropped }) => !dropped);
    for (const mail of leaving) {
      await tx.mail({
        to: mail.email,
        name: mail.name,
        language: mail.language,
        subject: mail.subject,
        body: this.compose.bodyToSend(mail),
        calendar: this.compose.calendar(bulletin, mail, tx.now),
      });
    }
    await keep(tx, id, emails);
    for (const { sessionId, before, after, reason } of bulletin.changes) {
      await tx.of(BulletinChange).update({ bulletinId: id, sessionId }, { before, after, reason });
      await alsoKnownElsewhere(tx, id, { sessionId, after });
    }
    await tx.of(Bulletin).update({ id }, { state: 'sent', closedAt: tx.now });
    const changes = bulletin.changes.length;
    await tx.audit('bulletin.sent', bulletinSubject(bulletin), {
      emails: leaving.length,
      dropped: emails.length - leaving.length,
      changes,
    });
    return { emails: leaving.length, changes };
  }
}

/** Stores the exact text that was sent. */
async function keep(tx: Transaction, bulletinId: string, emails: readonly BulletinEmailDraft[]): Promise<void> {
  await tx.of(BulletinEmail).delete({ bulletinId });
  for (const { email, subject, body, dropped, composed } of emails) {
    await tx.of(BulletinEmail).insert({ bulletinId, email, subject, body, dropped: dropped ? 1 : 0, composed });
  }
}

/** Other open bulletins with the same session must report only later changes. */
async function alsoKnownElsewhere(
  tx: Transaction,
  bulletinId: string,
  { sessionId, after }: Pick<BulletinChange, 'sessionId' | 'after'>,
): Promise<void> {
  for (const id of await changesInOtherBulletins(tx.query, { bulletinId, sessionId }))
    await tx.of(BulletinChange).update({ id }, { before: after });
}
