import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { type Actor, NotAllowed, NotFound, type Refused, UnitOfWork } from '../../../platform/index.js';
import { bulletinById } from '../data/bulletin-facts.js';
import { Bulletin } from '../data/bulletin.entity.js';
import type { BulletinRefusalCode } from '../domain/refusals.js';
import { bulletinSubject } from './bulletin-subject.js';
import { ComposeBulletin } from './compose-bulletin.js';
import { lockOpenBulletin } from './lock-open-bulletin.js';

@Injectable()
export class DropBulletin {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly compose: ComposeBulletin,
  ) {}

  /**
   * Closes an open bulletin without notifying anybody. The timetable does not change.
   * @throws NotFound for an unknown bulletin
   */
  execute(
    actor: Actor,
    id: string,
    reason: string,
  ): Promise<{ readonly people: number } | Refused<BulletinRefusalCode>> {
    if (!may(actor, 'session.schedule')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const closed = await lockOpenBulletin(tx, id);
      if (closed) return closed;
      const { query } = tx;
      const bulletin = await bulletinById(query, id);
      if (!bulletin) throw new NotFound();
      const people = (await this.compose.recipients(query, bulletin)).length;
      await tx.of(Bulletin).update({ id }, { state: 'dropped', closedAt: tx.now });
      await tx.audit('bulletin.dropped', bulletinSubject(bulletin), {
        reason,
        people,
        changes: bulletin.changes.length,
      });
      return { people };
    });
  }
}
