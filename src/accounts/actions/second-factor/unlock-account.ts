import { Injectable } from '@nestjs/common';
import { SYSTEM, UnitOfWork } from '../../../platform/index.js';
import { Account } from '../../data/account.entity.js';
import { removeAuthenticators, removeRecoveryCodes } from '../../data/second-factor/remove-factors.js';
import { PendingSignIn } from '../../data/second-factor/pending-sign-in.entity.js';
import { WebSession } from '../../data/web-session.entity.js';
import { SecondFactorEmails } from './second-factor-emails.js';

/** `noSecondFactor`: the password alone opens the account already. */
export type UnlockOutcome = 'unlocked' | 'noSecondFactor' | 'noAccount';

/**
 * Removes the second factor of an account whose owner has lost it. For the operator of the server, who has made sure
 * that it is the owner who asks. Signs out all browsers.
 */
@Injectable()
export class UnlockAccount {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly emails: SecondFactorEmails,
  ) {}

  execute(email: string): Promise<UnlockOutcome> {
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      const known = await tx.of(Account).findOneBy({ email: email.trim().toLowerCase() });
      const account = known && (await tx.lock(Account, known.id));
      if (!account || (await removeAuthenticators(tx, account.id, 'confirmed')) === 0) {
        tx.withoutAudit('nothing changes');
        return account ? 'noSecondFactor' : 'noAccount';
      }
      await removeRecoveryCodes(tx, account.id);
      await tx.of(PendingSignIn).delete({ accountId: account.id });
      await tx.of(WebSession).delete({ accountId: account.id });
      await this.emails.removed(tx, account);
      await tx.audit('account.unlocked', { type: 'account', id: account.id, label: account.email });
      return 'unlocked';
    });
  }
}
