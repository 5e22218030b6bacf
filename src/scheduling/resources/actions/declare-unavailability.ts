import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import {
  A_DAY,
  type Actor,
  newId,
  NotAllowed,
  refuse,
  refused,
  type Refused,
  UnitOfWork,
} from '../../../platform/index.js';
import {
  type Away,
  LONGEST_AWAY_DAYS,
  overlaps,
  type OwnedBy,
  hitsFingerprint,
  sessionsAhead,
  Unavailability,
} from '../../core/index.js';
import { awayOf } from '../data/availability-queries.js';
import type { AvailabilityRefusalCode } from '../domain/refusals.js';
import { lockOwner } from './availability-owner.js';

export interface DeclaredUnavailability {
  readonly id: string;
  /** Affected sessions ahead: they are not moved but have to be repaired. */
  readonly hit: number;
}

export interface AwayInput extends Away {
  /**
   * `hitsFingerprint` of the affected sessions that were shown; refused if they have changed since.
   * Undefined skips this check.
   */
  readonly seen?: string;
}

/** Records a closure of a room or an absence of an instructor. Instructors may record their own absences. */
@Injectable()
export class DeclareUnavailability {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws NotFound for an unknown owner */
  execute(
    actor: Actor,
    owner: OwnedBy,
    { seen, ...away }: AwayInput,
  ): Promise<DeclaredUnavailability | Refused<AvailabilityRefusalCode>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { subject, thing } = await lockOwner(tx, owner);
      if (!may(actor, 'absence.declare', thing)) throw new NotAllowed();
      const { startsAt, endsAt, reason } = away;
      if (endsAt <= startsAt) return refused(refuse('unavailabilityReversed', { startsAt, endsAt }, 'untilDay'));
      if (endsAt - startsAt > LONGEST_AWAY_DAYS * A_DAY)
        return refused(refuse('unavailabilityTooLong', { most: LONGEST_AWAY_DAYS }, 'untilDay'));
      const { query } = tx;
      const overlapping = (await awayOf(query, owner)).find((one) => overlaps(one, away));
      if (overlapping)
        return refused(
          refuse(
            'unavailabilityTwice',
            { startsAt: overlapping.startsAt, endsAt: overlapping.endsAt, reason: overlapping.reason },
            'fromDay',
          ),
        );
      const stand = (await sessionsAhead(query, owner, tx.now)).filter((one) => overlaps(one, away));
      if (seen !== undefined && seen !== hitsFingerprint(stand))
        return refused(refuse('hitsNotSeen', { count: stand.length }));
      const id = newId();
      await tx.of(Unavailability).insert({
        id,
        ownerKind: owner.kind,
        ownerId: owner.id,
        startsAt,
        endsAt,
        reason,
        declaredBy: actor.name,
        createdAt: tx.now,
      });
      const hit = stand.length;
      await tx.audit('availability.awayDeclared', subject, { startsAt, endsAt, reason, hit });
      return { id, hit };
    });
  }
}
