import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/index.js';
import { Account } from '../data/account.entity.js';

export type Verified = Pick<Account, 'id' | 'email' | 'name'>;
export type AfterVerified = (tx: Transaction, account: Verified) => Promise<void>;

/** Records that a link sent to a mailbox was used: of a verification, a reset or an invitation. */
@Injectable()
export class RecordVerification {
  private readonly listeners: AfterVerified[] = [];

  /** Registers a module that reacts to a proven mailbox, inside the same transaction. */
  whenVerified(listener: AfterVerified): void {
    this.listeners.push(listener);
  }

  async execute(tx: Transaction, account: Verified): Promise<void> {
    await tx.of(Account).update({ id: account.id }, { emailVerifiedAt: tx.now, emailCorrectedAt: null });
    await tx.audit('account.emailVerified', { type: 'account', id: account.id, label: account.email });
    for (const listener of this.listeners) await listener(tx, account);
  }
}
