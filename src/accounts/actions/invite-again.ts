import { Injectable } from '@nestjs/common';
import { type Actor, NotAllowed, refuse, refused, type Refused, UnitOfWork, found } from '../../platform/index.js';
import { Account } from '../data/account.entity.js';
import { withdrawPassword } from '../data/replace-password.js';
import { mayBeInvited } from '../domain/administration.js';
import { may } from '../domain/rights.js';
import { AccountEmails } from './account-emails.js';
import { type Code } from './invite-person.js';

@Injectable()
export class InviteAgain {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly emails: AccountEmails,
  ) {}

  /**
   * Sends the email again; its earlier link stops working, and so does a password of an account whose email was never
   * verified. Refused once the email is verified.
   */
  execute(actor: Actor, id: string): Promise<{ email: string } | Refused<Code>> {
    if (!may(actor, 'account.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const account = found(await tx.lock(Account, id));
      if (!mayBeInvited(account)) return refused<Code>(refuse('invitationAccepted', { name: account.name }));
      await withdrawPassword(tx, id);
      await this.emails.invitation(tx, account);
      await tx.audit('account.invitedAgain', { type: 'account', id, label: account.email });
      return { email: account.email };
    });
  }
}
