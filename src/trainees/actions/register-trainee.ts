import { Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import { type Actor, dayOf, newId, NotAllowed, refused, type Refused, UnitOfWork } from '../../platform/index.js';
import { lockTrainees } from '../data/lock-trainees.js';
import { Trainee } from '../data/trainee.entity.js';
import { factsBlockers, type TraineeFacts, tidyFacts } from '../domain/facts.js';
import type { TraineeRefusalCode } from '../domain/refusals.js';

export type TraineeOutcome = { readonly id: string } | Refused<TraineeRefusalCode>;

@Injectable()
export class RegisterTrainee {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * For trainees entered by the office. `consent`: the person agreed, on paper or by telephone, to the data being
   * stored.
   */
  execute(actor: Actor, { consent, ...facts }: TraineeFacts & { readonly consent: boolean }): Promise<TraineeOutcome> {
    if (!may(actor, 'trainee.manage')) throw new NotAllowed();
    const tidy = tidyFacts(facts);
    return this.unitOfWork.run(actor, async (tx) => {
      const reasons = factsBlockers(tidy, dayOf(tx.now));
      if (reasons.length > 0) return refused(...reasons);
      // An import under way must find this record, or enter it before.
      await lockTrainees(tx);
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
