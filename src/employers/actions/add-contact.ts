import { Injectable } from '@nestjs/common';
import { AccountEmails, giveRole, may, openAccount } from '../../accounts/index.js';
import { type Actor, NotAllowed, refuse, refused, type Refused, UnitOfWork, found } from '../../platform/index.js';
import { accountOfAddress } from '../data/contact-queries.js';
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
   * Gives a person access for an employer: an existing account gets the role; a new account, or one whose email is not
   * verified, is invited by email.
   */
  execute(
    actor: Actor,
    { employerId, name, email, language }: ContactInput,
  ): Promise<{ readonly invited: boolean } | Refused<EmployerRefusalCode>> {
    if (!may(actor, 'employer.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const employer = found(await tx.lock(Employer, employerId));
      const present = await accountOfAddress(tx.query, email.toLowerCase());
      if (present?.employer)
        return refused<EmployerRefusalCode>(refuse('contactTaken', { email, employer: present.employer }, 'email'));
      const fresh = { email, name, passwordHash: null, language, roles: ['employer'] as const, emailVerified: false };
      const accountId = present?.id ?? found(await openAccount(tx, fresh));
      const guest = await giveRole(tx, accountId, 'employer');
      await tx.of(EmployerContact).insert({ accountId, employerId, since: tx.now });
      await tx.audit('employerContact.added', { type: 'employer', id: employerId, label: employer.name }, { email });
      if (guest) await this.emails.invitation(tx, guest);
      return { invited: guest !== null };
    });
  }
}
