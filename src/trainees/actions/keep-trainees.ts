import { Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import {
  type Actor,
  dayOf,
  newId,
  NotAllowed,
  NotFound,
  refuse,
  refused,
  type Refused,
  UnitOfWork,
} from '../../platform/index.js';
import { certificatesOf } from '../data/trainee-queries.js';
import { Trainee } from '../data/trainee.entity.js';
import { factsBlockers, type TraineeFacts, tidyFacts } from '../domain/facts.js';
import type { TraineeRefusalCode } from '../domain/refusals.js';

type Outcome = { readonly id: string } | Refused<TraineeRefusalCode>;

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

  /** A trainee's own data. The name that certificates print is changed by the academy only, which sees a document. */
  own(actor: Actor, facts: Omit<TraineeFacts, 'email' | 'note'>): Promise<Outcome> {
    const accountId = actor.id;
    if (accountId === null) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const trainee = await tx.of(Trainee).findOneBy({ accountId });
      if (!trainee) throw new NotFound();
      if (!may(actor, 'trainee.self', { ownerIds: [trainee.accountId] })) throw new NotAllowed();
      const tidy = tidyFacts({ ...facts, email: trainee.email, note: trainee.note });
      const reasons = factsBlockers(tidy, dayOf(tx.now));
      const certificates =
        tidy.name === trainee.name && tidy.latinName === trainee.latinName
          ? 0
          : await certificatesOf(tx.query, trainee.id);
      if (certificates > 0)
        reasons.push(
          refuse(
            'nameStandsOnCertificates',
            { count: certificates, name: trainee.name },
            tidy.name === trainee.name ? 'latinName' : 'name',
          ),
        );
      if (reasons.length > 0) return refused(...reasons);
      await tx.of(Trainee).update({ id: trainee.id }, { ...tidy, updatedAt: tx.now });
      await tx.audit(
        'trainee.changed',
        { type: 'trainee', id: trainee.id, label: tidy.name },
        { changed: changedFields(trainee, tidy) },
      );
      return { id: trainee.id };
    });
  }
}

/** Which fields changed; the audit trail keeps no personal data beyond the name. */
function changedFields(before: Trainee, after: TraineeFacts): string[] {
  return (Object.keys(after) as (keyof TraineeFacts)[]).filter((name) => before[name] !== after[name]);
}
