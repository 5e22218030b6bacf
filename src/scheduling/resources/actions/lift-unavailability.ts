import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { type Actor, NotAllowed, NotFound, UnitOfWork } from '../../../platform/index.js';
import { type OwnedBy, Unavailability } from '../../core/index.js';
import { lockOwner } from './availability-owner.js';

@Injectable()
export class LiftUnavailability {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws NotFound for an unknown one, or one of another owner */
  execute(actor: Actor, owner: OwnedBy, id: string): Promise<{ readonly id: string }> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { subject, thing } = await lockOwner(tx, owner);
      if (!may(actor, 'absence.declare', thing)) throw new NotAllowed();
      const unavailability = await tx.of(Unavailability).findOneBy({ id, ownerKind: owner.kind, ownerId: owner.id });
      if (!unavailability) throw new NotFound();
      await tx.of(Unavailability).delete({ id });
      await tx.audit('availability.awayLifted', subject, {
        startsAt: unavailability.startsAt,
        endsAt: unavailability.endsAt,
        reason: unavailability.reason,
      });
      return { id };
    });
  }
}
