import { Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import { type Actor, dayOf, NotAllowed, refused, UnitOfWork, found } from '../../platform/index.js';
import { Trainee } from '../data/trainee.entity.js';
import { factsBlockers, type TraineeFacts, tidyFacts } from '../domain/facts.js';
import { changedFields } from './changed-fields.js';
import type { TraineeOutcome } from './register-trainee.js';

@Injectable()
export class ChangeTrainee {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, id: string, facts: TraineeFacts): Promise<TraineeOutcome> {
    if (!may(actor, 'trainee.manage')) throw new NotAllowed();
    const tidy = tidyFacts(facts);
    return this.unitOfWork.run(actor, async (tx) => {
      const trainee = found(await tx.lock(Trainee, id));
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
