import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { type Actor, newId, NotAllowed, refuse, refused, UnitOfWork } from '../../../platform/index.js';
import { Room } from '../../core/index.js';
import { roomCodeIsTaken, type RoomOutcome, type RoomProfile } from './room-profile.js';

@Injectable()
export class AddRoom {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, profile: RoomProfile): Promise<RoomOutcome> {
    if (!may(actor, 'room.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      if (await roomCodeIsTaken(tx, profile.code, null))
        return refused(refuse('roomCodeTaken', { code: profile.code }, 'code'));
      const id = newId();
      await tx.of(Room).insert({ id, ...profile, closedAt: null });
      await tx.audit('room.added', { type: 'room', id, label: profile.code }, { ...profile });
      return { id };
    });
  }
}
