import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { newId, type Transaction } from '../../../platform/index.js';
import { type JudgedChange, Listeners, slotOf, type SessionSlot, type TimetableChanges } from '../../core/index.js';
import { Bulletin, BulletinChange } from '../data/bulletin.entity.js';

/**
 * Notes what changed in the open bulletin of whoever changes it, so that after a burst of
 * edits each person gets one letter.
 */
@Injectable()
export class AddToBulletin implements TimetableChanges {
  constructor(private readonly listeners: Listeners) {}

  /** Answers how many people the changes concern. Changes that concern nobody are not noted. */
  async execute(tx: Transaction, judged: readonly JudgedChange[]): Promise<number> {
    const told = new Set<string>();
    let bulletinId: string | null = null;
    for (const one of judged) {
      const change = { cohort: one.cohort, before: before(one), after: one.placing && slotOf(one.placing) };
      const concerned = await this.listeners.reachable(tx.query, change);
      if (concerned.length === 0) continue;
      concerned.forEach(({ email }) => told.add(email));
      bulletinId ??= await this.open(tx);
      await this.note(tx, bulletinId, {
        sessionId: one.id,
        ...change,
        reason: one.change.kind === 'cancel' ? one.change.reason : null,
      });
    }
    return told.size;
  }

  private async open(tx: Transaction): Promise<string> {
    const known = await tx
      .of(Bulletin)
      .findOneBy({ state: 'open', openedBy: tx.actor.id === null ? IsNull() : tx.actor.id });
    // Locked and looked at again: one that is being sent at this moment takes no more.
    const open = known && (await tx.lock(Bulletin, known.id));
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

  /** The first state before and the last after: what happened in between nobody need be told. */
  private async note(
    tx: Transaction,
    bulletinId: string,
    { sessionId, before: was, after, reason }: Noted,
  ): Promise<void> {
    const known = await tx.of(BulletinChange).findOneBy({ bulletinId, sessionId });
    if (known) await tx.of(BulletinChange).update({ id: known.id }, { after, reason, changedAt: tx.now });
    else
      await tx
        .of(BulletinChange)
        .insert({ id: newId(), bulletinId, sessionId, before: was, after, reason, changedAt: tx.now });
  }
}

interface Noted {
  readonly sessionId: string;
  readonly before: SessionSlot | null;
  readonly after: SessionSlot | null;
  readonly reason: string | null;
}

function before({ session }: JudgedChange): SessionSlot | null {
  return session !== null && session.state !== 'cancelled' ? session.place : null;
}
