import { Injectable } from '@nestjs/common';
import { AN_HOUR, SYSTEM, Throttle, UnitOfWork } from '../../platform/index.js';
import { Account } from '../data/account.entity.js';
import { AccountEmails } from './account-emails.js';

const PER_NETWORK = { name: 'password-reset-network', most: 60, within: AN_HOUR };
/** Nobody uses up the requests of somebody elsewhere. */
const PER_PERSON = { name: 'password-reset-person', most: 5, within: AN_HOUR };
/** No mailbox is flooded; the newest link works. */
const PER_MAILBOX = { name: 'password-reset-mailbox', most: 30, within: AN_HOUR };

@Injectable()
export class RequestPasswordReset {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly emails: AccountEmails,
    private readonly throttle: Throttle,
  ) {}

  /**
   * Emails a link if the address has an account; the visitor sees the same page either way.
   * Returns the seconds to wait, 0 if done.
   */
  async execute(email: string, ip: string): Promise<number> {
    const wait = await this.throttle.hitEach([
      { limit: PER_NETWORK, who: ip },
      { limit: PER_PERSON, who: `${email} ${ip}` },
      { limit: PER_MAILBOX, who: email },
    ]);
    if (wait > 0) return wait;
    await this.unitOfWork.run(SYSTEM, async (tx) => {
      tx.withoutAudit('requesting an email changes nothing; the email is in the outbox');
      const account = await tx.of(Account).findOneBy({ email });
      if (!account || account.disabledAt !== null) return;
      await this.emails.passwordReset(tx, account);
    });
    return 0;
  }
}
