import { Injectable } from '@nestjs/common';
import { AccountEmails, may, openAccount } from '../../accounts/index.js';
import { type Actor, NotAllowed, refuse, refused, type Refused, UnitOfWork, found } from '../../platform/index.js';
import { employerRoleHeld } from '../data/contact-queries.js';
import { Employer } from '../data/employer.entity.js';
import { EmployerContact } from '../data/employer-contact.entity.js';
import type { EmployerRefusalCode } from '../domain/refusals.js';

export interface ContactInput {
  readonly employerId: string;
  readonly name: string;
  readonly email: string;
  readonly language: string;
}

@Injectable()
export class AddContact {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly emails: AccountEmails,
  ) {}

  /**
   * Gives a person access for an employer: invites a new account by email; an existing one must already have the role.
   */
  execute(
    actor: Actor,
    { employerId, name, email, language }: ContactInput,
  ): Promise<{ readonly invited: boolean } | Refused<EmployerRefusalCode>> {
    if (!may(actor, 'employer.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const employer = found(await tx.lock(Employer, employerId));
      const present = await employerRoleHeld(tx.query, email);
      if (present && !present.hasRole)
        return refused<EmployerRefusalCode>(refuse('contactLacksRole', { email }, 'email'));
      if (present?.employer)
        return refused<EmployerRefusalCode>(refuse('contactTaken', { email, employer: present.employer }, 'email'));
      const accountId =
        present?.id ??
        (await openAccount(tx, {
          email,
          name,
          passwordHash: null,
          language,
          roles: ['employer'],
          emailVerified: false,
        }));
      if (accountId === null) return refused<EmployerRefusalCode>(refuse('contactLacksRole', { email }, 'email'));
      await tx.of(EmployerContact).insert({ accountId, employerId, since: tx.now });
      await tx.audit('employerContact.added', { type: 'employer', id: employerId, label: employer.name }, { email });
      if (!present) await this.emails.invitation(tx, { id: accountId, email, name, language });
      return { invited: !present };
    });
  }
}
