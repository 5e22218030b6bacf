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
import { Bulletin, BulletinEmail } from '../data/bulletin.entity.js';
import type { BulletinRefusalCode } from '../domain/refusals.js';
import { type BulletinEmailDraft, ComposeBulletin } from './compose-bulletin.js';
import { labelOf, openOrRefused } from './send-bulletin.js';

export interface OneEmail {
  readonly bulletinId: string;
  readonly key: string;
}

interface Touch {
  readonly act: 'rewritten' | 'restored' | 'dropped' | 'takenBack';
  readonly to: (mail: BulletinEmailDraft) => Partial<Pick<BulletinEmail, 'subject' | 'body' | 'dropped'>>;
}

type Outcome = { readonly name: string } | Refused<BulletinRefusalCode>;

/**
 * What a coordinator does to one person's email before it goes out.
 * Every touch keeps the bulletin from leaving for another while.
 */
@Injectable()
export class BulletinEmails {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly compose: ComposeBulletin,
  ) {}

  rewrite(
    actor: Actor,
    mail: OneEmail,
    { subject, body }: { readonly subject: string; readonly body: string },
  ): Promise<Outcome> {
    return this.touch(actor, mail, { act: 'rewritten', to: () => ({ subject, body }) });
  }

  /** Back to the words that were composed. */
  restore(actor: Actor, mail: OneEmail): Promise<Outcome> {
    return this.touch(actor, mail, { act: 'restored', to: () => ({ subject: null, body: null }) });
  }

  drop(actor: Actor, mail: OneEmail): Promise<Outcome> {
    return this.touch(actor, mail, { act: 'dropped', to: () => ({ dropped: 1 }) });
  }

  takeBack(actor: Actor, mail: OneEmail): Promise<Outcome> {
    return this.touch(actor, mail, { act: 'takenBack', to: () => ({ dropped: 0 }) });
  }

  /** @throws NotFound for an unknown bulletin, or an email that it does not have. */
  private touch(actor: Actor, { bulletinId, key }: OneEmail, { act, to }: Touch): Promise<Outcome> {
    if (!may(actor, 'session.schedule')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const closed = await openOrRefused(tx, bulletinId);
      if (closed) return closed;
      const bulletin = await bulletinById(tx.query, bulletinId);
      const mail = bulletin && (await this.compose.emails(tx.query, bulletin)).find((one) => one.key === key);
      if (!bulletin || !mail) throw new NotFound();
      await write(tx, bulletinId, { ...asKept(mail), ...to(mail) });
      await tx.of(Bulletin).update({ id: bulletinId }, { touchedAt: tx.now });
      await tx.audit(
        `bulletinLetter.${act}`,
        { type: 'bulletin', id: bulletinId, label: labelOf(bulletin.changes.map(({ cohort }) => cohort.code)) },
        { to: mail.name },
      );
      return { name: mail.name };
    });
  }
}

function asKept({
  email,
  composed,
  subject,
  body,
  rewritten,
  dropped,
}: BulletinEmailDraft): Omit<BulletinEmail, 'bulletinId'> {
  return {
    email,
    composed,
    subject: rewritten ? subject : null,
    body: rewritten ? body : null,
    dropped: dropped ? 1 : 0,
  };
}

async function write(tx: Transaction, bulletinId: string, mail: Omit<BulletinEmail, 'bulletinId'>): Promise<void> {
  await tx.of(BulletinEmail).upsert({ bulletinId, ...mail }, ['bulletinId', 'email']);
}
