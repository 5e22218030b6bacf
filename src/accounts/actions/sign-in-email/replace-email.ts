import { Injectable } from '@nestjs/common';
import { readdress, type Transaction } from '../../../platform/index.js';
import { Account } from '../../data/account.entity.js';
import { endAccess } from '../../data/replace-password.js';

export interface ReplacedEmail {
  readonly accountId: string;
  readonly from: string;
  readonly to: string;
}
export type EmailReplacementListener = (tx: Transaction, change: ReplacedEmail) => Promise<void>;

/** Gives an account another sign-in email, by its owner or an administrator. */
@Injectable()
export class ReplaceEmail {
  private readonly listeners: EmailReplacementListener[] = [];

  /** Registers a module that keeps a copy of the address, inside the same transaction. */
  whenReplaced(listener: EmailReplacementListener): void {
    this.listeners.push(listener);
  }

  /**
   * The account is locked by the caller, who has asked whether the address is free; the unique index refuses what began
   * at the same time, and the unit of work asks again. All browsers but `keepSession` are signed out, and no mailed
   * link works on.
   */
  async execute(
    tx: Transaction,
    { id, email }: Pick<Account, 'id' | 'email'>,
    { to, isProven, keepSession }: { readonly to: string; readonly isProven: boolean; readonly keepSession?: string },
  ): Promise<void> {
    await tx
      .of(Account)
      .update(
        { id },
        isProven
          ? { email: to, emailVerifiedAt: tx.now, emailCorrectedAt: null }
          : { email: to, emailVerifiedAt: null, emailCorrectedAt: tx.now },
      );
    await endAccess(tx, id, keepSession);
    await readdress(tx, id, to);
    for (const listener of this.listeners) await listener(tx, { accountId: id, from: email, to });
  }
}
