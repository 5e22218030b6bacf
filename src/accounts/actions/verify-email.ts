import { Injectable } from '@nestjs/common';
import { type Actor, refuse, refused, type Refused, type Transaction, UnitOfWork } from '../../platform/index.js';
import { Account } from '../data/account.entity.js';
import type { AccountRefusalCode } from '../domain/refusals.js';
import { spendToken } from '../data/account-tokens.js';

export type Verified = Pick<Account, 'id' | 'email' | 'name'>;
export type AfterVerified = (tx: Transaction, account: Verified) => Promise<void>;

@Injectable()
export class VerifyEmail {
  private readonly listeners: AfterVerified[] = [];

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** For modules that know more of the person: told inside the same transaction, once the mailbox is proven. */
  whenVerified(listener: AfterVerified): void {
    this.listeners.push(listener);
  }

  execute(actor: Actor, token: string): Promise<Verified | Refused<AccountRefusalCode>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const id = await spendToken(tx, token, ['emailVerification']);
      const account = id === null ? null : await tx.of(Account).findOneBy({ id });
      if (!account) return refused(refuse('linkUsedOrExpired'));
      await this.record(tx, account);
      return { id: account.id, email: account.email, name: account.name };
    });
  }

  /** A reset or an invitation proves the mailbox as well. Inside the caller's transaction. */
  async record(tx: Transaction, account: Verified): Promise<void> {
    await tx.of(Account).update({ id: account.id }, { emailVerifiedAt: tx.now });
    await tx.audit('account.emailVerified', { type: 'account', id: account.id, label: account.email });
    for (const tell of this.listeners) await tell(tx, account);
  }
}
