import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import {
  type Actor,
  Clock,
  NotAllowed,
  NotFound,
  ReadDatabase,
  refuse,
  refused,
  type Refused,
  RunningTurn,
  SYSTEM,
  type TaskTurn,
  type Transaction,
  UnitOfWork,
} from '../../../platform/index.js';
import { bulletinById, bulletinFacts } from '../data/bulletin-facts.js';
import { Bulletin, BulletinChange, BulletinEmail } from '../data/bulletin.entity.js';
import { changesInOtherBulletins, openBulletins } from '../data/open-bulletins.js';
import { leavesAt } from '../domain/bulletin-rules.js';
import type { BulletinRefusalCode } from '../domain/refusals.js';
import { type BulletinEmailDraft, ComposeBulletin } from './compose-bulletin.js';

export interface BulletinSent {
  /** Letters that are in the outbox now. */
  readonly emails: number;
  readonly changes: number;
}

/** Closes an open bulletin by telling everybody, once: whoever comes second finds it sent. */
@Injectable()
export class SendBulletin {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly compose: ComposeBulletin,
  ) {}

  /** @throws NotFound for an unknown bulletin. */
  execute(actor: Actor, id: string): Promise<BulletinSent | Refused<BulletinRefusalCode>> {
    if (!may(actor, 'session.schedule')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const closed = await openOrRefused(tx, id);
      return closed ?? this.send(tx, id);
    });
  }

  /**
   * Sends what has been quiet for long enough, or cannot wait. Run by the ticker; safe in several processes at once.
   */
  async due(turn: TaskTurn = new RunningTurn()): Promise<void> {
    for (const id of await this.leavingNow()) if (turn.stillHolds()) await this.execute(SYSTEM, id);
  }

  async anyDue(): Promise<boolean> {
    return (await this.leavingNow()).length > 0;
  }

  private async leavingNow(): Promise<string[]> {
    const { query } = this.reads;
    const now = this.clock.now();
    return (await bulletinFacts(query, await openBulletins(query)))
      .filter((bulletin) => leavesAt(bulletin, now) <= now)
      .map(({ id }) => id);
  }

  private async send(tx: Transaction, id: string): Promise<BulletinSent> {
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
    await tx.audit(
      'bulletin.sent',
      { type: 'bulletin', id, label: labelOf(bulletin.changes.map(({ cohort }) => cohort.code)) },
      { emails: leaving.length, dropped: emails.length - leaving.length, changes },
    );
    return { emails: leaving.length, changes };
  }
}

/** The bulletin's row is locked from here on. @throws NotFound */
export async function openOrRefused(tx: Transaction, id: string): Promise<Refused<BulletinRefusalCode> | null> {
  const bulletin = await tx.lock(Bulletin, id);
  if (!bulletin) throw new NotFound();
  return bulletin.state === 'open'
    ? null
    : refused(refuse(bulletin.state === 'sent' ? 'bulletinSent' : 'bulletinDropped', { at: bulletin.closedAt }));
}

/** What a bulletin is called in the audit: the cohorts it is about. */
export function labelOf(codes: readonly string[]): string {
  return [...new Set(codes)].join(', ');
}

/** What went out is kept word for word. */
async function keep(tx: Transaction, bulletinId: string, emails: readonly BulletinEmailDraft[]): Promise<void> {
  await tx.of(BulletinEmail).delete({ bulletinId });
  for (const { email, subject, body, dropped, composed } of emails) {
    await tx.of(BulletinEmail).insert({ bulletinId, email, subject, body, dropped: dropped ? 1 : 0, composed });
  }
}

/** Another open bulletin with the same session tells only what comes after this. */
async function alsoKnownElsewhere(
  tx: Transaction,
  bulletinId: string,
  { sessionId, after }: Pick<BulletinChange, 'sessionId' | 'after'>,
): Promise<void> {
  for (const id of await changesInOtherBulletins(tx.query, { bulletinId, sessionId }))
    await tx.of(BulletinChange).update({ id }, { before: after });
}
