import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/index.js';
import { Account } from '../data/account.entity.js';

export type VerifiedMailbox = Pick<Account, 'id' | 'email' | 'name'>;
export type VerificationListener = (tx: Transaction, account: VerifiedMailbox) => Promise<void>;

/** Records that a link sent to a mailbox was used: of a verification, a reset or an invitation. */
@Injectable()
export class RecordVerification {
  private readonly listeners: VerificationListener[] = [];

  /** Registers a module that reacts to a proven mailbox, inside the same transaction. */
  whenVerified(listener: VerificationListener): void {
    this.listeners.push(listener);
  }

  async execute(tx: Transaction, account: VerifiedMailbox): Promise<void> {
    await tx.of(Account).update({ id: account.id }, { emailVerifiedAt: tx.now, emailCorrectedAt: null });
    await tx.audit('account.emailVerified', { type: 'account', id: account.id, label: account.email });
    for (const listener of this.listeners) await listener(tx, account);
  }
}
