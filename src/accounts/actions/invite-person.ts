import { Injectable } from '@nestjs/common';
import { type Actor, NotAllowed, NotFound, refuse, refused, type Refused, UnitOfWork } from '../../platform/index.js';
import { Account } from '../data/account.entity.js';
import { type AdministrationRefusalCode, rolesAfter } from '../domain/administration.js';
import { may } from '../domain/may.js';
import type { AccountRefusalCode } from '../domain/refusals.js';
import { AccountEmails } from './account-emails.js';
import { openAccount } from './open-account.js';

export interface Invitation {
  readonly name: string;
  readonly email: string;
  readonly language: string;
  readonly roles: readonly string[];
}

type Code = AccountRefusalCode | AdministrationRefusalCode;

/** Opens an account without a password and mails the link by which its owner chooses one. */
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

  /** The email once more; its earlier link stops working. Refused once a password has been chosen. */
  again(actor: Actor, id: string): Promise<{ email: string } | Refused<Code>> {
    if (!may(actor, 'account.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const account = await tx.lock(Account, id);
      if (!account) throw new NotFound();
      if (account.passwordHash !== null || account.disabledAt !== null)
        return refused<Code>(refuse('invitationAccepted', { name: account.name }));
      await this.emails.invitation(tx, account);
      await tx.audit('account.invitedAgain', { type: 'account', id, label: account.email });
      return { email: account.email };
    });
  }
}
