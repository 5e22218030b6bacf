import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { type Actor, newId, NotAllowed, UnitOfWork } from '../../../platform/index.js';
import { BookableHours, type OpenSpan, type OwnedBy, tidyHours } from '../../core/index.js';
import { hoursOf } from '../data/availability-queries.js';
import { lockOwner } from './availability-owner.js';

@Injectable()
export class SetBookableHours {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Sets the bookable hours by weekday; none: any time. Sessions ahead outside the hours stay and become findings to
   * repair.
   * @throws NotFound for an unknown owner
   */
  execute(actor: Actor, owner: OwnedBy, hours: readonly OpenSpan[]): Promise<true> {
    if (!may(actor, 'availability.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const { subject } = await lockOwner(tx, owner);
      const to = tidyHours(hours);
      const from = await hoursOf(tx.query, owner);
      await tx.of(BookableHours).delete({ ownerKind: owner.kind, ownerId: owner.id });
      if (to.length > 0)
        await tx
          .of(BookableHours)
          .insert(to.map((span) => ({ id: newId(), ownerKind: owner.kind, ownerId: owner.id, ...span })));
      await tx.audit('availability.hoursSet', subject, { from, to });
      return true as const;
    });
  }
}
