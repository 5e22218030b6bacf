import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { type Actor, NotAllowed, NotFound, refuse, refused, UnitOfWork } from '../../../platform/index.js';
import { Room } from '../../core/index.js';
import { sessionsToMeet } from '../data/sessions-ahead.js';
import type { RoomOutcome } from './room-profile.js';

@Injectable()
export class CloseRoom {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Refused while the room has sessions ahead. @throws NotFound for an unknown or closed room */
  execute(actor: Actor, id: string): Promise<RoomOutcome> {
    if (!may(actor, 'room.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const room = await tx.lock(Room, id);
      if (!room || room.closedAt !== null) throw new NotFound();
      const ahead = await sessionsToMeet(tx.query, id, tx.now);
      if (ahead.count > 0) return refused(refuse('roomStillBooked', { ...ahead }));
      await tx.of(Room).update({ id }, { closedAt: tx.now });
      await tx.audit('room.closed', { type: 'room', id, label: room.code });
      return { id };
    });
  }
}
