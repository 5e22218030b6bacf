import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { newId, type Transaction } from '../../../platform/index.js';
import { type JudgedChange, Listeners, slotOf, type SessionSlot, type TimetableChanges } from '../../core/index.js';
import { Bulletin, BulletinChange } from '../data/bulletin.entity.js';

/**
 * Adds changes to the open bulletin of the person who makes them, so that a series of edits results in one email per
 * recipient.
 */
@Injectable()
export class AddToBulletin implements TimetableChanges {
  constructor(private readonly listeners: Listeners) {}

  /** Returns the number of people affected. Changes that affect nobody are not added. */
  async execute(tx: Transaction, judged: readonly JudgedChange[]): Promise<number> {
    const recipients = new Set<string>();
    let bulletinId: string | null = null;
    for (const one of judged) {
      const change = { cohort: one.cohort, before: before(one), after: one.proposed && slotOf(one.proposed) };
      const concerned = await this.listeners.reachable(tx.query, change);
      if (concerned.length === 0) continue;
      concerned.forEach(({ email }) => recipients.add(email));
      bulletinId ??= await this.open(tx);
      await this.note(tx, bulletinId, {
        sessionId: one.id,
        ...change,
        reason: one.change.kind === 'cancel' ? one.change.reason : null,
      });
    }
    return recipients.size;
  }

  private async open(tx: Transaction): Promise<string> {
    const latest = await tx
      .of(Bulletin)
      .findOneBy({ state: 'open', openedBy: tx.actor.id === null ? IsNull() : tx.actor.id });
    // Lock and re-check: the bulletin may have been sent meanwhile.
    const open = latest && (await tx.lock(Bulletin, latest.id));
    if (open?.state === 'open') {
      await tx.of(Bulletin).update({ id: open.id }, { touchedAt: tx.now });
      return open.id;
    }
    const id = newId();
    await tx
      .of(Bulletin)
      .insert({ id, openedBy: tx.actor.id, openedAt: tx.now, touchedAt: tx.now, state: 'open', closedAt: null });
    return id;
  }

  /** Keeps the first state before and the last state after; intermediate states need no notification. */
  private async note(
    tx: Transaction,
    bulletinId: string,
    { sessionId, before: was, after, reason }: NotedChange,
  ): Promise<void> {
    const existing = await tx.of(BulletinChange).findOneBy({ bulletinId, sessionId });
    if (existing) await tx.of(BulletinChange).update({ id: existing.id }, { after, reason, changedAt: tx.now });
    else
      await tx
        .of(BulletinChange)
        .insert({ id: newId(), bulletinId, sessionId, before: was, after, reason, changedAt: tx.now });
  }
}

interface NotedChange {
  readonly sessionId: string;
  readonly before: SessionSlot | null;
  readonly after: SessionSlot | null;
  readonly reason: string | null;
}

function before({ session }: JudgedChange): SessionSlot | null {
  return session !== null && session.state !== 'cancelled' ? session.slot : null;
}
