import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../platform/index.js';
import { AccountEmails, type Addressee } from '../account-emails.js';

/** Emails that tell an owner what happened to the second factor. For one who did not do it: where to act. */
@Injectable()
export class SecondFactorEmails {
  constructor(private readonly emails: AccountEmails) {}

  async added(tx: Transaction, account: Addressee): Promise<void> {
    await this.emails.write(tx, account, { kind: 'secondFactorAdded', path: '/password-reset' });
  }

  async removed(tx: Transaction, account: Addressee): Promise<void> {
    await this.emails.write(tx, account, { kind: 'secondFactorRemoved', path: '/password-reset' });
  }

  async recoveryCodeUsed(tx: Transaction, account: Addressee, left: number): Promise<void> {
    const path = '/password-reset';
    await this.emails.write(tx, account, { kind: 'recoveryCodeUsed', path, values: { left } });
  }

  async recoveryCodesRenewed(tx: Transaction, account: Addressee): Promise<void> {
    await this.emails.write(tx, account, { kind: 'recoveryCodesRenewed', path: '/password-reset' });
  }
}
