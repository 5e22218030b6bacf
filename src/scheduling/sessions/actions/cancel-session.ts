import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { type Actor, NotAllowed, type Refused, UnitOfWork } from '../../../platform/index.js';
import { type TimetableChangeResult, type ChangeRefusalCode, ChangeTimetable } from '../../core/index.js';

export interface SeenSession {
  readonly sessionId: string;
  /** The sequence that the person saw; `null` if nobody saw it. */
  readonly seenSequence: number | null;
}

@Injectable()
export class CancelSession {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly change: ChangeTimetable,
  ) {}

  /**
   * Cancels sessions that have not begun, all or none. They stay in calendars as cancelled and free their rooms and
   * instructors.
   * @throws NotFound for an unknown session
   */
  execute(
    actor: Actor,
    sessions: readonly SeenSession[],
    reason: string,
  ): Promise<TimetableChangeResult | Refused<ChangeRefusalCode>> {
    if (!may(actor, 'session.schedule')) throw new NotAllowed();
    return this.unitOfWork.run(actor, (tx) =>
      this.change.execute(
        tx,
        sessions.map((seen) => ({ kind: 'cancel', ...seen, reason })),
      ),
    );
  }
}
