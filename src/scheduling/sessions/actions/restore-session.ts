import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { type Actor, NotAllowed, type Refused, UnitOfWork } from '../../../platform/index.js';
import {
  type TimetableChangeResult,
  type ChangeRefusalCode,
  ChangeTimetable,
  type SessionSlot,
} from '../../core/index.js';
import type { SeenSession } from './cancel-session.js';

@Injectable()
export class RestoreSession {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly change: ChangeTimetable,
  ) {}

  /**
   * Restores a cancelled session to its slot, or to another one if that is taken or past.
   * @throws NotFound for an unknown session
   */
  execute(
    actor: Actor,
    {
      meansClosedDay = false,
      ...seen
    }: SeenSession & { readonly slot: SessionSlot | null; readonly meansClosedDay?: boolean },
  ): Promise<TimetableChangeResult | Refused<ChangeRefusalCode>> {
    if (!may(actor, 'session.schedule')) throw new NotAllowed();
    return this.unitOfWork.run(actor, (tx) =>
      this.change.execute(tx, [{ kind: 'restore', ...seen, closedDay: meansClosedDay ? 'meant' : 'refused' }]),
    );
  }
}
