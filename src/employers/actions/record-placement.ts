import { Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import { Track } from '../../courses/index.js';
import { type Actor, dayOf, newId, NotAllowed, refused, type Refused, UnitOfWork } from '../../platform/index.js';
import { Trainee } from '../../trainees/index.js';
import { Employer } from '../data/employer.entity.js';
import { Placement } from '../data/placement.entity.js';
import { heldSince } from '../data/placement-queries.js';
import { placementBlockers } from '../domain/placement-rules.js';
import type { EmployerRefusalCode } from '../domain/refusals.js';

export interface PlacementInput {
  readonly traineeId: string;
  readonly employerId: string;
  readonly positionTitle: string;
  /** First day of work, `YYYY-MM-DD`. */
  readonly startedOn: string;
  readonly trackId: string | null;
}

export type PlacementOutcome =
  { readonly id: string; readonly traineeId: string; readonly employerId: string } | Refused<EmployerRefusalCode>;

@Injectable()
export class RecordPlacement {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Records a trainee's job with an employer. Refuses a second placement with the same employer at the same time. */
  execute(actor: Actor, placing: PlacementInput): Promise<PlacementOutcome> {
    if (!may(actor, 'employer.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const { traineeId, employerId, trackId } = placing;
      const trainee = await tx.lock(Trainee, traineeId);
      const employer = await tx.of(Employer).findOneBy({ id: employerId });
      const reasons = placementBlockers({
        startedOn: placing.startedOn,
        today: dayOf(tx.now),
        traineeKnown: trainee !== null,
        employerKnown: employer !== null,
        trackKnown: trackId === null || (await tx.of(Track).existsBy({ id: trackId })),
        heldSince: await heldSince(tx.query, placing),
      });
      if (reasons.length > 0) return refused(...reasons);
      const id = newId();
      await tx.of(Placement).insert({ id, ...placing, recordedAt: tx.now, endedOn: null });
      await tx.audit(
        'placement.recorded',
        { type: 'placement', id, label: `${trainee?.name ?? ''} · ${employer?.name ?? ''}` },
        { traineeId, employerId, startedOn: placing.startedOn },
      );
      return { id, traineeId, employerId };
    });
  }
}
