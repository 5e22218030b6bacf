import { Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import { type Actor, isRefused, NotAllowed, type Refused, UnitOfWork } from '../../platform/index.js';
import type { SchedulingRefusalCode } from '../domain/refusals.js';
import { AddSessions, type Scheduled, type Span } from './add-sessions.js';

export interface WantedSession extends Span {
  readonly cohortCode: string;
  readonly roomId: string | null;
  readonly instructorId: string | null;
}

@Injectable()
export class PlaceSession {
  constructor(private readonly unitOfWork: UnitOfWork, private readonly add: AddSessions) {}

  /** One more session on one day, whatever kind of day. @throws NotFound for an unknown cohort. */
  place(actor: Actor, { startsAt, endsAt, ...wanted }: WantedSession): Promise<Scheduled | Refused<SchedulingRefusalCode>> {
    if (!may(actor, 'session.schedule')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const cohort = await this.add.cohort(tx, wanted);
      return isRefused(cohort) ? cohort : this.add.to(tx, cohort, { ...wanted, spans: [{ startsAt, endsAt }] });
    });
  }
}
