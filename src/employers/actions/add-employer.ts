import { Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import { type Actor, newId, NotAllowed, refused, UnitOfWork } from '../../platform/index.js';
import { Employer } from '../data/employer.entity.js';
import { employerBlockers, type EmployerFacts, type EmployerOutcome, tidyEmployer } from './employer-facts.js';

@Injectable()
export class AddEmployer {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, facts: EmployerFacts): Promise<EmployerOutcome> {
    if (!may(actor, 'employer.manage')) throw new NotAllowed();
    const tidy = tidyEmployer(facts);
    return this.unitOfWork.run(actor, async (tx) => {
      const id = newId();
      const reasons = await employerBlockers(tx, id, tidy);
      if (reasons.length > 0) return refused(...reasons);
      await tx.of(Employer).insert({ id, ...tidy, createdAt: tx.now });
      await tx.audit('employer.added', { type: 'employer', id, label: tidy.name });
      return { id };
    });
  }
}
