import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { may } from '../../accounts/index.js';
import {
  type Actor,
  newId,
  NotAllowed,
  NotFound,
  refuse,
  refused,
  type Refusal,
  type Refused,
  type Transaction,
  UnitOfWork,
} from '../../platform/index.js';
import { Employer } from '../data/employer.entity.js';
import { creditCodeFault, tidyCreditCode } from '../domain/credit-code.js';
import type { EmployerKind, Park } from '../domain/kinds.js';
import type { EmployerRefusalCode } from '../domain/refusals.js';

export interface EmployerFacts {
  readonly name: string;
  readonly nameEn: string | null;
  /** 统一社会信用代码; spaces and dashes are taken out. */
  readonly creditCode: string | null;
  readonly kind: EmployerKind;
  readonly park: Park | null;
  readonly contactName: string | null;
  readonly contactEmail: string | null;
  readonly contactPhone: string | null;
  readonly note: string | null;
}

type Outcome = { readonly id: string } | Refused<EmployerRefusalCode>;

@Injectable()
export class AddEmployer {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, facts: EmployerFacts): Promise<Outcome> {
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

@Injectable()
export class ChangeEmployer {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, id: string, facts: EmployerFacts): Promise<Outcome> {
    if (!may(actor, 'employer.manage')) throw new NotAllowed();
    const tidy = tidyEmployer(facts);
    return this.unitOfWork.run(actor, async (tx) => {
      const employer = await tx.lock(Employer, id);
      if (!employer) throw new NotFound();
      const reasons = await employerBlockers(tx, id, tidy);
      if (reasons.length > 0) return refused(...reasons);
      await tx.of(Employer).update({ id }, { ...tidy });
      await tx.audit('employer.changed', { type: 'employer', id, label: tidy.name }, { nameBefore: employer.name });
      return { id };
    });
  }
}

function tidyEmployer(facts: EmployerFacts): EmployerFacts {
  return {
    ...facts,
    name: facts.name.normalize('NFC').trim(),
    creditCode: facts.creditCode === null ? null : tidyCreditCode(facts.creditCode),
  };
}

async function employerBlockers(
  tx: Transaction,
  id: string,
  { name, creditCode }: EmployerFacts,
): Promise<Refusal<EmployerRefusalCode>[]> {
  const reasons: Refusal<EmployerRefusalCode>[] = [];
  if (await tx.of(Employer).existsBy({ name, id: Not(id) }))
    reasons.push(refuse('employerNameTaken', { name }, 'name'));
  if (creditCode === null) return reasons;
  const fault = creditCodeFault(creditCode);
  if (fault) return [...reasons, fault];
  const holder = await tx.of(Employer).findOneBy({ creditCode, id: Not(id) });
  return holder ? [...reasons, refuse('creditCodeTaken', { name: holder.name }, 'creditCode')] : reasons;
}
