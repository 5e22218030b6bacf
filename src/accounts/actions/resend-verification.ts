import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { AN_HOUR, SYSTEM, Throttle, UnitOfWork } from '../../platform/index.js';
import { Account } from '../data/account.entity.js';
import { AccountEmails } from './account-emails.js';

const PER_NETWORK = { name: 'verification-again-network', most: 60, within: AN_HOUR };
const PER_PERSON = { name: 'verification-again-person', most: 5, within: AN_HOUR };
const PER_MAILBOX = { name: 'verification-again-mailbox', most: 30, within: AN_HOUR };

@Injectable()
export class ResendVerification {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly emails: AccountEmails,
    private readonly throttle: Throttle,
  ) {}

  /**
   * Sends the link again, to an account that still needs it; whoever asks is told the same for any other address.
   * Answers seconds to wait, 0 when done.
   * @param next path of this site to go on to once the email is verified
   */
  async execute(email: string, next: string | null, ip: string): Promise<number> {
    const wait = await this.throttle.hitEach([
      { limit: PER_NETWORK, who: ip },
      { limit: PER_PERSON, who: `${email} ${ip}` },
      { limit: PER_MAILBOX, who: email },
    ]);
    if (wait > 0) return wait;
    await this.unitOfWork.run(SYSTEM, async (tx) => {
      tx.withoutAudit('nothing changes where no account waits for its link');
      const account = await tx
        .of(Account)
        .findOneBy({ email, emailVerifiedAt: IsNull(), disabledAt: IsNull(), passwordHash: Not(IsNull()) });
      if (!account) return;
      await this.emails.verification(tx, account, next);
      await tx.audit('account.verificationSent', { type: 'account', id: account.id, label: account.email });
    });
    return 0;
  }
}
