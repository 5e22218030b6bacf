import { Injectable } from '@nestjs/common';
import { type Actor, Clock, ReadDatabase, refuse, refused, type Refused, UnitOfWork } from '../../platform/index.js';
import { spendToken, tokenHolds } from '../data/account-tokens.js';
import { Account } from '../data/account.entity.js';
import { replacePassword } from '../data/replace-password.js';
import type { TokenPurpose } from '../data/account-token.entity.js';
import { accountMark } from '../domain/password-tries.js';
import type { AccountRefusalCode } from '../domain/refusals.js';
import { hashPassword } from './passwords.js';
import { RecordVerification } from './record-verification.js';

const PURPOSES: readonly TokenPurpose[] = ['passwordReset', 'invitation'];

/** Sets a new password by the link of a reset or an invitation. Signs out all browsers and ends all other links. */
@Injectable()
export class ChoosePassword {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly recordVerification: RecordVerification,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
  ) {}

  async execute(
    actor: Actor,
    token: string,
    password: string,
  ): Promise<{ mark: string } | Refused<AccountRefusalCode>> {
    // Hashing is slow on purpose: not for a token that somebody made up.
    if (!(await tokenHolds(this.reads.query, token, { purposes: PURPOSES, now: this.clock.now() })))
      return refused(refuse('linkUsedOrExpired'));
    const passwordHash = await hashPassword(password);
    return this.unitOfWork.run(actor, async (tx) => {
      const id = await spendToken(tx, token, PURPOSES);
      const account = id === null ? null : await tx.lock(Account, id);
      if (!account || account.disabledAt !== null) return refused(refuse('linkUsedOrExpired'));
      await replacePassword(tx, account.id, { passwordHash });
      if (account.emailVerifiedAt === null) await this.recordVerification.execute(tx, account);
      await tx.audit('account.passwordChosen', { type: 'account', id: account.id, label: account.email });
      return { mark: accountMark({ id: account.id, passwordHash }) };
    });
  }
}
