import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { type Actor, NotAllowed, type Refused, UnitOfWork } from '../../../platform/index.js';
import { type TimetableChangeResult, type ChangeRefusalCode, ChangeTimetable } from '../../core/index.js';
import type { SeenSession } from './cancel-session.js';

@Injectable()
export class RestoreSessions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly change: ChangeTimetable,
  ) {}

  /** Restores several sessions to their slots, all or none. @throws NotFound for an unknown session */
  execute(actor: Actor, sessions: readonly SeenSession[]): Promise<TimetableChangeResult | Refused<ChangeRefusalCode>> {
    if (!may(actor, 'session.schedule')) throw new NotAllowed();
    return this.unitOfWork.run(actor, (tx) =>
      this.change.execute(
        tx,
        sessions.map((seen) => ({ kind: 'restore', ...seen, slot: null })),
      ),
    );
  }
}
