import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import {
  type Actor,
  newId,
  NotAllowed,
  NotFound,
  refuse,
  refused,
  type Refused,
  type Transaction,
  UnitOfWork,
} from '../../../platform/index.js';
import { Room, type RoomKind } from '../../core/index.js';
import { largestCohortAhead, sessionsToMeet } from '../data/sessions-ahead.js';
import type { RoomRefusalCode } from '../domain/refusals.js';
import { holdByMargins } from './hold-by-margins.js';

export interface RoomProfile {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly kind: RoomKind;
  readonly seats: number;
  readonly placeZh: string;
  readonly placeEn: string;
  /** Equipment, and what it is good for, each a short word. */
  readonly features?: readonly string[];
  /** The room is held so long before and after each session. */
  readonly setUpMinutes?: number;
  readonly clearAwayMinutes?: number;
}

export type Outcome = { readonly id: string } | Refused<RoomRefusalCode>;

@Injectable()
export class AddRoom {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, profile: RoomProfile): Promise<Outcome> {
    if (!may(actor, 'room.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      if (await codeIsTaken(tx, profile.code, null))
        return refused(refuse('roomCodeTaken', { code: profile.code }, 'code'));
      const id = newId();
      await tx.of(Room).insert({ id, ...profile, closedAt: null });
      await tx.audit('room.added', { type: 'room', id, label: profile.code }, { ...profile });
      return { id };
    });
  }
}

@Injectable()
export class ChangeRoom {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Refuses fewer seats than a cohort needs that is still to meet there. Other margins hold for the sessions ahead at
   * once; `tooClose` of them keep the old ones, as they stand too near another. @throws NotFound for an unknown room.
   */
  execute(
    actor: Actor,
    id: string,
    profile: RoomProfile,
  ): Promise<{ readonly id: string; readonly tooClose: number } | Refused<RoomRefusalCode>> {
    if (!may(actor, 'room.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const room = await tx.lock(Room, id);
      if (!room) throw new NotFound();
      if (await codeIsTaken(tx, profile.code, id))
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

@Injectable()
export class CloseRoom {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Takes a room out of use; refused while sessions are still to meet there.
   * @throws NotFound for an unknown or closed room.
   */
  execute(actor: Actor, id: string): Promise<Outcome> {
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

async function codeIsTaken(tx: Transaction, code: string, ownId: string | null): Promise<boolean> {
  const holder = await tx.of(Room).findOneBy({ code });
  return holder !== null && holder.id !== ownId;
}
