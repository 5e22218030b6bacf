import { Injectable } from '@nestjs/common';
import { type Actor, isRefused, refuse, refused, type Refused, UnitOfWork } from '../../../platform/index.js';
import { lockIfPasswordHolds } from '../../data/lock-account.js';
import { hasSecondFactor } from '../../data/second-factor/factors.js';
import type { AccountRefusalCode } from '../../domain/refusals.js';
import type { SecondFactorRefusalCode } from '../../domain/second-factor.js';
import { CompareOwnPassword } from './compare-own-password.js';
import { RecoveryCodes } from './recovery-codes.js';
import { SecondFactorEmails } from './second-factor-emails.js';

type Code = AccountRefusalCode | SecondFactorRefusalCode;

/** Makes new recovery codes; earlier ones stop working. Requires the password. */
@Injectable()
export class RenewRecoveryCodes {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly comparePassword: CompareOwnPassword,
    private readonly recoveryCodes: RecoveryCodes,
    private readonly emails: SecondFactorEmails,
  ) {}

  async execute(
    actor: Actor & { readonly id: string },
    password: string,
  ): Promise<{ readonly recoveryCodes: readonly string[] } | Refused<Code>> {
    const held = await this.comparePassword.execute(actor.id, password);
    if (isRefused(held)) return held;
    return this.unitOfWork.run(actor, async (tx) => {
      const account = await lockIfPasswordHolds(tx, actor.id, held.passwordHash);
      if (!account) return refused<Code>(refuse('wrongPassword', {}, 'password'));
      if (!(await hasSecondFactor(tx.query, actor.id))) return refused<Code>(refuse('noSecondFactor'));
      const recoveryCodes = await this.recoveryCodes.renew(tx, account.id);
      await this.emails.recoveryCodesRenewed(tx, account);
      await tx.audit('account.recoveryCodesRenewed', { type: 'account', id: account.id, label: account.email });
      return { recoveryCodes };
    });
  }
}
