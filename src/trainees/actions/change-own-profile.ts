import { Inject, Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import { type Actor, dayOf, NotAllowed, NotFound, refuse, refused, UnitOfWork } from '../../platform/index.js';
import { Trainee } from '../data/trainee.entity.js';
import { factsBlockers, type TraineeFacts, tidyFacts } from '../domain/facts.js';
import { TRAINEE_CERTIFICATES, type TraineeCertificates } from '../domain/trainee-certificates.js';
import { changedFields } from './changed-fields.js';
import type { TraineeOutcome } from './register-trainee.js';

@Injectable()
export class ChangeOwnProfile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(TRAINEE_CERTIFICATES) private readonly certificates: TraineeCertificates,
  ) {}

  /**
   * For a trainee's own data. Only the academy, which checks an identity document, changes the name that certificates
   * print.
   */
  execute(actor: Actor, facts: Omit<TraineeFacts, 'email' | 'note'>): Promise<TraineeOutcome> {
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
          : await this.certificates.count(tx.query, trainee.id);
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
