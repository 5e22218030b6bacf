import { Injectable } from '@nestjs/common';
import { type Actor, NotAllowed, refuse, refused, type Refused, UnitOfWork, found } from '../../platform/index.js';
import { Account } from '../data/account.entity.js';
import { may } from '../domain/may.js';
import { AccountEmails } from './account-emails.js';
import { type Code } from './invite-person.js';

@Injectable()
export class InviteAgain {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly emails: AccountEmails,
  ) {}

  /** Sends the email again; its earlier link stops working. Refused once a password has been chosen. */
  execute(actor: Actor, id: string): Promise<{ email: string } | Refused<Code>> {
    if (!may(actor, 'account.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const account = found(await tx.lock(Account, id));
      if (account.passwordHash !== null || account.disabledAt !== null)
        return refused<Code>(refuse('invitationAccepted', { name: account.name }));
      await this.emails.invitation(tx, account);
      await tx.audit('account.invitedAgain', { type: 'account', id, label: account.email });
      return { email: account.email };
    });
  }
}
