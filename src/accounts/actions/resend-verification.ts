import { Injectable } from '@nestjs/common';
import { type Actor, UnitOfWork } from '../../platform/index.js';
import { Account } from '../data/account.entity.js';
import { AccountEmails } from './account-emails.js';

@Injectable()
export class ResendVerification {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly emails: AccountEmails,
  ) {}

  /** Sends the link again, if the account is still unverified. */
  async execute(actor: Actor & { readonly id: string }): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const account = await tx.of(Account).findOneByOrFail({ id: actor.id });
      if (account.emailVerifiedAt === null) await this.emails.verification(tx, account);
      await tx.audit('account.verificationSent', { type: 'account', id: account.id, label: account.email });
    });
  }
}
