import { Not } from 'typeorm';
import { refuse, type Refusal, type Refused, type Transaction, normalizeText } from '../../platform/index.js';
import { Employer } from '../data/employer.entity.js';
import { creditCodeFault, tidyCreditCode } from '../domain/credit-code.js';
import type { EmployerKind, Park } from '../domain/kinds.js';
import type { EmployerRefusalCode } from '../domain/refusals.js';

export interface EmployerFacts {
  readonly name: string;
  readonly nameEn: string | null;
  /** 统一社会信用代码; spaces and dashes are removed. */
  readonly creditCode: string | null;
  readonly kind: EmployerKind;
  readonly park: Park | null;
  readonly contactName: string | null;
  readonly contactEmail: string | null;
  readonly contactPhone: string | null;
  readonly note: string | null;
}

export type EmployerOutcome = { readonly id: string } | Refused<EmployerRefusalCode>;

export function tidyEmployer(facts: EmployerFacts): EmployerFacts {
  return {
    ...facts,
    name: normalizeText(facts.name, 'NFC').trim(),
    creditCode: facts.creditCode === null ? null : tidyCreditCode(facts.creditCode),
  };
}

export async function employerBlockers(
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
