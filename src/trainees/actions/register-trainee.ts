import { Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import {
  type Actor,
  dayOf,
  newId,
  NotAllowed,
  NotFound,
  refused,
  type Refused,
  UnitOfWork,
} from '../../platform/index.js';
import { Trainee } from '../data/trainee.entity.js';
import { factsBlockers, type TraineeFacts, tidyFacts } from '../domain/facts.js';
import type { TraineeRefusalCode } from '../domain/refusals.js';

export type Outcome = { readonly id: string } | Refused<TraineeRefusalCode>;

@Injectable()
export class RegisterTrainee {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * The academy's people enter a trainee.
   * `consent`: the person agreed, on paper or by telephone, to the data being kept.
   */
  execute(actor: Actor, { consent, ...facts }: TraineeFacts & { readonly consent: boolean }): Promise<Outcome> {
    if (!may(actor, 'trainee.manage')) throw new NotAllowed();
    const tidy = tidyFacts(facts);
    return this.unitOfWork.run(actor, async (tx) => {
      const reasons = factsBlockers(tidy, dayOf(tx.now));
      if (reasons.length > 0) return refused(...reasons);
      const id = newId();
      await tx.of(Trainee).insert({
        id,
        accountId: null,
        ...tidy,
        consentAt: consent ? tx.now : null,
        createdAt: tx.now,
        updatedAt: tx.now,
      });
      await tx.audit('trainee.registered', { type: 'trainee', id, label: tidy.name });
      return { id };
    });
  }
}

@Injectable()
export class ChangeTrainee {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, id: string, facts: TraineeFacts): Promise<Outcome> {
    if (!may(actor, 'trainee.manage')) throw new NotAllowed();
    const tidy = tidyFacts(facts);
    return this.unitOfWork.run(actor, async (tx) => {
      const trainee = await tx.lock(Trainee, id);
      if (!trainee) throw new NotFound();
      const reasons = factsBlockers(tidy, dayOf(tx.now));
      if (reasons.length > 0) return refused(...reasons);
      await tx.of(Trainee).update({ id }, { ...tidy, updatedAt: tx.now });
      await tx.audit(
        'trainee.changed',
        { type: 'trainee', id, label: tidy.name },
        { changed: changedFields(trainee, tidy), nameBefore: trainee.name },
      );
      return { id };
    });
  }
}

/** Which fields changed; the audit trail keeps no personal data beyond the name. */
export function changedFields(before: Trainee, after: TraineeFacts): string[] {
  return (Object.keys(after) as (keyof TraineeFacts)[]).filter((name) => before[name] !== after[name]);
}
