import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { type Actor, NotAllowed, type Refused, UnitOfWork } from '../../../platform/index.js';
import {
  type TimetableChangeResult,
  type ChangeRefusalCode,
  ChangeTimetable,
  type SessionSlot,
} from '../../core/index.js';

export interface MoveInput {
  readonly slot: SessionSlot;
  /** The session's sequence that the person saw; `null` if nobody saw it. */
  readonly seenSequence: number | null;
  readonly overrideReason?: string | null;
  /** Whether a holiday or closure is intended; refused otherwise. */
  readonly meansClosedDay?: boolean;
}

@Injectable()
export class MoveSession {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly change: ChangeTimetable,
  ) {}

  /** Changes time, room, instructors or licences of a session. @throws NotFound for an unknown session */
  execute(
    actor: Actor,
    sessionId: string,
    { slot, seenSequence, overrideReason = null, meansClosedDay = false }: MoveInput,
  ): Promise<TimetableChangeResult | Refused<ChangeRefusalCode>> {
    if (!may(actor, 'session.schedule')) throw new NotAllowed();
    const closedDay = meansClosedDay ? 'meant' : 'refused';
    return this.unitOfWork.run(actor, (tx) =>
      this.change.execute(tx, [{ kind: 'move', sessionId, seenSequence, slot, closedDay }], { overrideReason }),
    );
  }
}
