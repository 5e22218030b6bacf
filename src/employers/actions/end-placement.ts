import { Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import { type Actor, dayOf, NotAllowed, refused, UnitOfWork, found } from '../../platform/index.js';
import { Placement } from '../data/placement.entity.js';
import { endingBlockers } from '../domain/placement-rules.js';
import type { PlacementOutcome } from './record-placement.js';

@Injectable()
export class EndPlacement {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The last day of work; the placement still counts in the year in which it began. */
  execute(actor: Actor, id: string, endedOn: string): Promise<PlacementOutcome> {
    if (!may(actor, 'employer.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const placement = found(await tx.lock(Placement, id));
      const reasons = endingBlockers(placement, endedOn, dayOf(tx.now));
      if (reasons.length > 0) return refused(...reasons);
      await tx.of(Placement).update({ id }, { endedOn });
      await tx.audit(
        'placement.ended',
        { type: 'placement', id, label: placement.positionTitle },
        { endedOn, traineeId: placement.traineeId },
      );
      return { id, traineeId: placement.traineeId, employerId: placement.employerId };
    });
  }
}
