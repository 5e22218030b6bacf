import { Injectable } from '@nestjs/common';
import {
  type Actor,
  Clock,
  isRefused,
  ReadDatabase,
  refuse,
  refused,
  type Refused,
  UnitOfWork,
} from '../../platform/index.js';
import { ownerOfToken, spendToken } from '../data/account-tokens.js';
import { Account } from '../data/account.entity.js';
import { replacePassword } from '../data/replace-password.js';
import type { TokenPurpose } from '../data/account-token.entity.js';
import { accountMark } from '../domain/password-tries.js';
import type { AccountRefusalCode } from '../domain/refusals.js';
import { AccountEmails } from './account-emails.js';
import { HashNewPassword } from './passwords.js';
import { RecordVerification } from './record-verification.js';

const PURPOSES: readonly TokenPurpose[] = ['passwordReset', 'invitation'];

/**
 * Sets a new password by the link of a reset or an invitation. Signs out all browsers, ends all other links, and tells
 * the owner.
 */
@Injectable()
export class ChoosePassword {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly recordVerification: RecordVerification,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly hashNewPassword: HashNewPassword,
    private readonly emails: AccountEmails,
  ) {}

  async execute(
    actor: Actor,
    token: string,
    password: string,
  ): Promise<{ mark: string } | Refused<AccountRefusalCode>> {
    // Hashing is slow on purpose: not for a token that somebody made up.
    const owner = await ownerOfToken(this.reads.query, token, { purposes: PURPOSES, now: this.clock.now() });
    if (owner === null) return refused(refuse('linkUsedOrExpired'));
    const passwordHash = await this.hashNewPassword.execute({
      password,
      field: 'password',
      owner: [owner.name, owner.email],
    });
    if (isRefused(passwordHash)) return passwordHash;
    return this.unitOfWork.run(actor, async (tx) => {
      const id = await spendToken(tx, token, PURPOSES);
      const account = id === null ? null : await tx.lock(Account, id);
      if (!account || account.disabledAt !== null) return refused(refuse('linkUsedOrExpired'));
      await replacePassword(tx, account.id, { passwordHash });
      if (account.emailVerifiedAt === null) await this.recordVerification.execute(tx, account);
      // Not for the first password, which somebody invited has just chosen.
      if (account.passwordHash !== null) await this.emails.passwordChanged(tx, account);
      await tx.audit('account.passwordChosen', { type: 'account', id: account.id, label: account.email });
      return { mark: accountMark({ id: account.id, passwordHash }) };
    });
  }
}
