import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { type Actor, NotAllowed, NotFound, UnitOfWork } from '../../../platform/index.js';
import { Room } from '../../core/index.js';
import type { RoomOutcome } from './room-profile.js';

@Injectable()
export class ReopenRoom {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws NotFound for an unknown or open room */
  execute(actor: Actor, id: string): Promise<RoomOutcome> {
    if (!may(actor, 'room.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const room = await tx.lock(Room, id);
      if (!room || room.closedAt === null) throw new NotFound();
      await tx.of(Room).update({ id }, { closedAt: null });
      await tx.audit('room.reopened', { type: 'room', id, label: room.code });
      return { id };
    });
  }
}
