import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { type Actor, NotAllowed, NotFound, type Refused, UnitOfWork } from '../../../platform/index.js';
import {
  type TimetableChangeResult,
  type ChangeRefusalCode,
  ChangeTimetable,
  cohortForTimetable,
  type SessionSlot,
} from '../../core/index.js';

export interface SessionInput {
  readonly cohortCode: string;
  readonly slot: SessionSlot;
  readonly overrideReason?: string | null;
  /** Whether a holiday or closure is intended; refused otherwise. */
  readonly meansClosedDay?: boolean;
}

@Injectable()
export class PlaceSession {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly change: ChangeTimetable,
  ) {}

  /** Adds one session to a cohort. @throws NotFound for an unknown cohort */
  execute(
    actor: Actor,
    { cohortCode, slot, overrideReason = null, meansClosedDay = false }: SessionInput,
  ): Promise<TimetableChangeResult | Refused<ChangeRefusalCode>> {
    if (!may(actor, 'session.schedule')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const cohort = await cohortForTimetable(tx.query, { code: cohortCode });
      if (!cohort) throw new NotFound();
      return this.change.execute(
        tx,
        [{ kind: 'place', cohortId: cohort.id, slot, closedDay: meansClosedDay ? 'meant' : 'refused' }],
        { overrideReason },
      );
    });
  }
}
