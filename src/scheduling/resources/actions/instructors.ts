import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
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
} from '../../../platform/index.js';
import { Instructor } from '../../core/index.js';
import { instructorAccount } from '../data/instructor-account.js';
import { sessionsToTeach } from '../data/sessions-ahead.js';
import type { InstructorRefusalCode } from '../domain/refusals.js';

export interface InstructorProfile {
  readonly name: string;
  readonly latinName: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly bioZh: string | null;
  readonly bioEn: string | null;
  /** Email of the account with which the instructor signs in; it must hold that role. */
  readonly accountEmail: string | null;
  /** The most that they teach; `null`: no limit of their own. */
  readonly mostMinutesPerDay?: number | null;
  readonly mostMinutesPerWeek?: number | null;
}

export type Outcome = { readonly id: string } | Refused<InstructorRefusalCode>;

@Injectable()
export class AddInstructor {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, { accountEmail, ...profile }: InstructorProfile): Promise<Outcome> {
    if (!may(actor, 'instructor.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const account = await accountFor(tx, accountEmail, null);
      if ('refusal' in account) return refused(account.refusal);
      const id = newId();
      await tx.of(Instructor).insert({ id, ...profile, accountId: account.id, retiredAt: null });
      await tx.audit(
        'instructor.added',
        { type: 'instructor', id, label: profile.name },
        { email: profile.email, accountEmail },
      );
      return { id };
    });
  }
}

@Injectable()
export class ChangeInstructor {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws NotFound for an unknown instructor. */
  execute(actor: Actor, id: string, { accountEmail, ...profile }: InstructorProfile): Promise<Outcome> {
    if (!may(actor, 'instructor.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      if (!(await tx.lock(Instructor, id))) throw new NotFound();
      const account = await accountFor(tx, accountEmail, id);
      if ('refusal' in account) return refused(account.refusal);
      await tx.of(Instructor).update({ id }, { ...profile, accountId: account.id });
      await tx.audit(
        'instructor.changed',
        { type: 'instructor', id, label: profile.name },
        { email: profile.email, accountEmail },
      );
      return { id };
    });
  }
}

@Injectable()
export class RetireInstructor {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Refused while the instructor has sessions ahead: they need another first.
   * @throws NotFound for an unknown or retired one.
   */
  execute(actor: Actor, id: string): Promise<Outcome> {
    if (!may(actor, 'instructor.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const instructor = await tx.lock(Instructor, id);
      if (!instructor || instructor.retiredAt !== null) throw new NotFound();
      const ahead = await sessionsToTeach(tx.query, id, tx.now);
      if (ahead.count > 0) return refused(refuse('instructorStillBooked', { ...ahead }));
      await tx.of(Instructor).update({ id }, { retiredAt: tx.now });
      await tx.audit('instructor.retired', { type: 'instructor', id, label: instructor.name });
      return { id };
    });
  }
}

type AccountAnswer = { readonly id: string | null } | { readonly refusal: Refusal<InstructorRefusalCode> };

async function accountFor(tx: Transaction, email: string | null, ownId: string | null): Promise<AccountAnswer> {
  if (email === null) return { id: null };
  const id = await instructorAccount(tx.query, email);
  if (id === null) return { refusal: refuse('instructorAccountUnknown', { email }, 'accountEmail') };
  const holder = await tx.of(Instructor).findOneBy({ accountId: id });
  if (holder && holder.id !== ownId)
    return { refusal: refuse('instructorAccountTaken', { email, name: holder.name }, 'accountEmail') };
  return { id };
}
