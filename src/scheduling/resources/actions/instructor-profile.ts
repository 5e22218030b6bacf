import { refuse, type Refusal, type Refused, type Transaction } from '../../../platform/index.js';
import { Instructor } from '../../core/index.js';
import { instructorAccount } from '../data/instructor-account.js';
import type { InstructorRefusalCode } from '../domain/refusals.js';

export interface InstructorProfile {
  readonly name: string;
  readonly latinName: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly bioZh: string | null;
  readonly bioEn: string | null;
  /** Email of the instructor's account, which must have the instructor role. */
  readonly accountEmail: string | null;
  /** Teaching limits; `null`: no limit. */
  readonly mostMinutesPerDay?: number | null;
  readonly mostMinutesPerWeek?: number | null;
}

export type InstructorOutcome = { readonly id: string } | Refused<InstructorRefusalCode>;

type AccountAnswer = { readonly id: string | null } | { readonly refusal: Refusal<InstructorRefusalCode> };

/** @param ownId the instructor who may keep the account */
export async function accountFor(tx: Transaction, email: string | null, ownId: string | null): Promise<AccountAnswer> {
  if (email === null) return { id: null };
  const account = await instructorAccount(tx.query, email);
  if (!account) return { refusal: refuse('instructorAccountUnknown', { email }, 'accountEmail') };
  if (!account.isProven) return { refusal: refuse('instructorAccountUnverified', { email }, 'accountEmail') };
  const { id } = account;
  const holder = await tx.of(Instructor).findOneBy({ accountId: id });
  if (holder && holder.id !== ownId)
    return { refusal: refuse('instructorAccountTaken', { email, name: holder.name }, 'accountEmail') };
  return { id };
}
