import { Injectable } from '@nestjs/common';
import { type Actor, NotAllowed, refuse, refused, type Refused, UnitOfWork } from '../../platform/index.js';
import { type AdministrationRefusalCode, rolesAfter } from '../domain/administration.js';
import { may } from '../domain/rights.js';
import type { AccountRefusalCode } from '../domain/refusals.js';
import { AccountEmails } from './account-emails.js';
import { openAccount } from './open-account.js';

export interface Invitation {
  readonly name: string;
  readonly email: string;
  readonly language: string;
  readonly roles: readonly string[];
}

export type Code = AccountRefusalCode | AdministrationRefusalCode;

/** Creates an account without a password and emails a link with which its owner chooses one. */
@Injectable()
export class InvitePerson {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly emails: AccountEmails,
  ) {}

  execute(actor: Actor, { name, email, language, roles }: Invitation): Promise<{ id: string } | Refused<Code>> {
    if (!may(actor, 'account.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const given = rolesAfter([], roles);
      if (given.length === 0) return refused<Code>(refuse('noRoleChosen', {}, 'roles'));
      const id = await openAccount(tx, {
        email,
        name,
        passwordHash: null,
        language,
        roles: given,
        emailVerified: false,
      });
      if (id === null) return refused<Code>(refuse('emailTaken', {}, 'email'));
      await this.emails.invitation(tx, { id, email, name, language });
      return { id };
    });
  }
}
