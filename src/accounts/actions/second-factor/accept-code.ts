import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { refuse, type Refusal, type Transaction } from '../../../platform/index.js';
import type { Account } from '../../data/account.entity.js';
import { Authenticator } from '../../data/second-factor/authenticator.entity.js';
import { factorsOf } from '../../data/second-factor/factors.js';
import { RecoveryCode } from '../../data/second-factor/recovery-code.entity.js';
import { spendCode } from '../../data/second-factor/spend-code.js';
import { typedRecoveryCode } from '../../domain/recovery-codes.js';
import type { SecondFactorRefusalCode } from '../../domain/second-factor.js';
import { AuthenticatorSecret } from './authenticator-secret.js';
import { RecoveryCodes } from './recovery-codes.js';
import { SecondFactorEmails } from './second-factor-emails.js';

export type TypedCode = { readonly code: string } | { readonly recoveryCode: string };
type Outcome = Refusal<SecondFactorRefusalCode> | null;

/** Accepts a code of the authenticator app, or a recovery code, once. */
@Injectable()
export class AcceptCode {
  constructor(
    private readonly secret: AuthenticatorSecret,
    private readonly recoveryCodes: RecoveryCodes,
    private readonly emails: SecondFactorEmails,
  ) {}

  /** The account is locked by the caller. */
  execute(tx: Transaction, account: Account, typed: TypedCode): Promise<Outcome> {
    return 'code' in typed
      ? this.fromApp(tx, account, typed.code)
      : this.recovery(tx, account, typedRecoveryCode(typed.recoveryCode));
  }

  private async fromApp(tx: Transaction, { id: accountId }: Account, code: string): Promise<Outcome> {
    const app = await tx.of(Authenticator).findOneBy({ accountId, confirmedAt: Not(IsNull()) });
    if (!app) return refuse('wrongCode', {}, 'code');
    const secret = this.secret.open(app.secret, app.id);
    if (secret === null) return refuse('authenticatorUnreadable');
    const spent = await spendCode(tx, app.id, { secret, code });
    if (spent === 'accepted') return null;
    return refuse(spent === 'used' ? 'codeAlreadyUsed' : 'wrongCode', {}, 'code');
  }

  private async recovery(tx: Transaction, account: Account, code: string): Promise<Outcome> {
    const unused = { accountId: account.id, mac: this.recoveryCodes.macOf(account.id, code), usedAt: IsNull() };
    const { affected } = await tx.of(RecoveryCode).update(unused, { usedAt: tx.now });
    if (affected !== 1) return refuse('wrongRecoveryCode', {}, 'recoveryCode');
    const { recoveryCodesLeft: left } = await factorsOf(tx.query, account.id);
    await tx.audit(
      'account.recoveryCodeUsed',
      { type: 'account', id: account.id, label: account.email },
      { codesLeft: left },
    );
    await this.emails.recoveryCodeUsed(tx, account, left);
    return null;
  }
}
