import { Injectable } from '@nestjs/common';
import { NotFound, type Refused, type Transaction } from '../../../platform/index.js';
import { bulletinById } from '../data/bulletin-facts.js';
import { Bulletin, BulletinEmail } from '../data/bulletin.entity.js';
import type { BulletinRefusalCode } from '../domain/refusals.js';
import { bulletinSubject } from './bulletin-subject.js';
import { type BulletinEmailDraft, ComposeBulletin } from './compose-bulletin.js';
import { lockOpenBulletin } from './lock-open-bulletin.js';

export interface OneEmail {
  readonly bulletinId: string;
  readonly key: string;
}

interface Touch {
  readonly act: 'rewritten' | 'restored' | 'dropped' | 'takenBack';
  readonly to: Partial<Pick<BulletinEmail, 'subject' | 'body' | 'dropped'>>;
}

export type EmailOutcome = { readonly name: string } | Refused<BulletinRefusalCode>;

/**
 * Edits or drops one email of an open bulletin. Every touch restarts the quiet period after which the bulletin is sent.
 */
@Injectable()
export class TouchBulletinEmail {
  constructor(private readonly compose: ComposeBulletin) {}

  /** @throws NotFound for an unknown bulletin or email */
  async execute(tx: Transaction, { bulletinId, key }: OneEmail, { act, to }: Touch): Promise<EmailOutcome> {
    const closed = await lockOpenBulletin(tx, bulletinId);
    if (closed) return closed;
    const bulletin = await bulletinById(tx.query, bulletinId);
    const mail = bulletin && (await this.compose.emails(tx.query, bulletin)).find((one) => one.key === key);
    if (!bulletin || !mail) throw new NotFound();
    await tx.of(BulletinEmail).upsert({ bulletinId, ...asKept(mail), ...to }, ['bulletinId', 'email']);
    await tx.of(Bulletin).update({ id: bulletinId }, { touchedAt: tx.now });
    await tx.audit(`bulletinLetter.${act}`, bulletinSubject(bulletin), { to: mail.name });
    return { name: mail.name };
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
