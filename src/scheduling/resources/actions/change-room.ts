import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { type Actor, NotAllowed, refuse, refused, type Refused, UnitOfWork, found } from '../../../platform/index.js';
import { Room } from '../../core/index.js';
import { largestCohortAhead } from '../data/sessions-ahead.js';
import type { RoomRefusalCode } from '../domain/refusals.js';
import { holdByMargins } from './hold-by-margins.js';
import { roomCodeIsTaken, type RoomProfile } from './room-profile.js';

@Injectable()
export class ChangeRoom {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Refuses fewer seats than a cohort with sessions ahead needs. New margins apply to sessions ahead at once;
   * `tooClose` of them keep the old margins because they are too close to another session.
   * @throws NotFound for an unknown room
   */
  execute(
    actor: Actor,
    id: string,
    profile: RoomProfile,
  ): Promise<{ readonly id: string; readonly tooClose: number } | Refused<RoomRefusalCode>> {
    if (!may(actor, 'room.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const room = found(await tx.lock(Room, id));
      if (await roomCodeIsTaken(tx, profile.code, id))
        return refused(refuse('roomCodeTaken', { code: profile.code }, 'code'));
      const largest = await largestCohortAhead(tx.query, id, tx.now);
      if (largest && largest.capacity > profile.seats)
        return refused(refuse('roomSeatsBelowCohort', { cohort: largest.code, needed: largest.capacity }, 'seats'));
      await tx.of(Room).update({ id }, profile);
      const tooClose = await holdByMargins(tx, id, {
        setUpMinutes: profile.setUpMinutes ?? room.setUpMinutes,
        clearAwayMinutes: profile.clearAwayMinutes ?? room.clearAwayMinutes,
      });
      await tx.audit('room.changed', { type: 'room', id, label: profile.code }, { to: { ...profile } });
      return { id, tooClose };
    });
  }
}
