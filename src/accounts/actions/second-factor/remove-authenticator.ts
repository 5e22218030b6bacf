import { Injectable } from '@nestjs/common';
import { type Actor, isRefused, refuse, refused, type Refused, UnitOfWork } from '../../../platform/index.js';
import { lockIfPasswordHolds } from '../../data/lock-account.js';
import { removeAuthenticators, removeRecoveryCodes } from '../../data/second-factor/remove-factors.js';
import type { AccountRefusalCode } from '../../domain/refusals.js';
import type { SecondFactorRefusalCode } from '../../domain/second-factor.js';
import { CompareOwnPassword } from './compare-own-password.js';
import { SecondFactorEmails } from './second-factor-emails.js';

type Code = AccountRefusalCode | SecondFactorRefusalCode;

/** Removes the authenticator app of one's own account, with its recovery codes. Requires the password. */
@Injectable()
export class RemoveAuthenticator {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly comparePassword: CompareOwnPassword,
    private readonly emails: SecondFactorEmails,
  ) {}

  async execute(actor: Actor & { readonly id: string }, password: string): Promise<true | Refused<Code>> {
    const held = await this.comparePassword.execute(actor.id, password);
    if (isRefused(held)) return held;
    return this.unitOfWork.run(actor, async (tx) => {
      const account = await lockIfPasswordHolds(tx, actor.id, held.passwordHash);
      if (!account) return refused<Code>(refuse('wrongPassword', {}, 'password'));
      if ((await removeAuthenticators(tx, account.id, 'confirmed')) === 0)
        return refused<Code>(refuse('noSecondFactor'));
      await removeRecoveryCodes(tx, account.id);
      await this.emails.removed(tx, account);
      await tx.audit('account.authenticatorRemoved', { type: 'account', id: account.id, label: account.email });
      return true as const;
    });
  }
}
