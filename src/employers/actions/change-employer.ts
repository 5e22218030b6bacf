import { Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import { type Actor, NotAllowed, refused, UnitOfWork, found } from '../../platform/index.js';
import { Employer } from '../data/employer.entity.js';
import { employerBlockers, type EmployerFacts, type EmployerOutcome, tidyEmployer } from './employer-facts.js';

@Injectable()
export class ChangeEmployer {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, id: string, facts: EmployerFacts): Promise<EmployerOutcome> {
    if (!may(actor, 'employer.manage')) throw new NotAllowed();
    const tidy = tidyEmployer(facts);
    return this.unitOfWork.run(actor, async (tx) => {
      const employer = found(await tx.lock(Employer, id));
      const reasons = await employerBlockers(tx, id, tidy);
      if (reasons.length > 0) return refused(...reasons);
      await tx.of(Employer).update({ id }, { ...tidy });
      await tx.audit('employer.changed', { type: 'employer', id, label: tidy.name }, { nameBefore: employer.name });
      return { id };
    });
  }
}
