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
import { Bulletin, BulletinLetter } from '../data/bulletin.entity.js';
import type { BulletinRefusalCode } from '../domain/refusals.js';
import { type BulletinLetterDraft, ComposeBulletin } from './compose-bulletin.js';
import { labelOf, openOrRefused } from './send-bulletin.js';

export interface OneLetter {
  readonly bulletinId: string;
  readonly key: string;
}

interface Touch {
  readonly act: 'rewritten' | 'restored' | 'dropped' | 'takenBack';
  readonly to: (letter: BulletinLetterDraft) => Partial<Pick<BulletinLetter, 'subject' | 'body' | 'dropped'>>;
}

type Outcome = { readonly name: string } | Refused<BulletinRefusalCode>;

/**
 * What a coordinator does to one person's letter before it goes out.
 * Every touch keeps the bulletin from leaving for another while.
 */
@Injectable()
export class BulletinLetters {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly compose: ComposeBulletin,
  ) {}

  rewrite(
    actor: Actor,
    letter: OneLetter,
    { subject, body }: { readonly subject: string; readonly body: string },
  ): Promise<Outcome> {
    return this.touch(actor, letter, { act: 'rewritten', to: () => ({ subject, body }) });
  }

  /** Back to the words that were composed. */
  restore(actor: Actor, letter: OneLetter): Promise<Outcome> {
    return this.touch(actor, letter, { act: 'restored', to: () => ({ subject: null, body: null }) });
  }

  drop(actor: Actor, letter: OneLetter): Promise<Outcome> {
    return this.touch(actor, letter, { act: 'dropped', to: () => ({ dropped: 1 }) });
  }

  takeBack(actor: Actor, letter: OneLetter): Promise<Outcome> {
    return this.touch(actor, letter, { act: 'takenBack', to: () => ({ dropped: 0 }) });
  }

  /** @throws NotFound for an unknown bulletin, or a letter that it does not have. */
  private touch(actor: Actor, { bulletinId, key }: OneLetter, { act, to }: Touch): Promise<Outcome> {
    if (!may(actor, 'session.schedule')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const closed = await openOrRefused(tx, bulletinId);
      if (closed) return closed;
      const bulletin = await bulletinById(tx.query, bulletinId);
      const letter = bulletin && (await this.compose.letters(tx.query, bulletin)).find((one) => one.key === key);
      if (!bulletin || !letter) throw new NotFound();
      await write(tx, bulletinId, { ...asKept(letter), ...to(letter) });
      await tx.of(Bulletin).update({ id: bulletinId }, { touchedAt: tx.now });
      await tx.audit(
        `bulletinLetter.${act}`,
        { type: 'bulletin', id: bulletinId, label: labelOf(bulletin.changes.map(({ cohort }) => cohort.code)) },
        { to: letter.name },
      );
      return { name: letter.name };
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
}: BulletinLetterDraft): Omit<BulletinLetter, 'bulletinId'> {
  return {
    email,
    composed,
    subject: rewritten ? subject : null,
    body: rewritten ? body : null,
    dropped: dropped ? 1 : 0,
  };
}

async function write(tx: Transaction, bulletinId: string, letter: Omit<BulletinLetter, 'bulletinId'>): Promise<void> {
  await tx.of(BulletinLetter).upsert({ bulletinId, ...letter }, ['bulletinId', 'email']);
}
