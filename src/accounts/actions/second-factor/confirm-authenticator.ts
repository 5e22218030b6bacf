import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { type Actor, found, refuse, refused, type Refused, Throttle, UnitOfWork } from '../../../platform/index.js';
import { Account } from '../../data/account.entity.js';
import { Authenticator } from '../../data/second-factor/authenticator.entity.js';
import { authenticatorToConfirm, factorsOf, hasSecondFactor } from '../../data/second-factor/factors.js';
import { removeAuthenticators } from '../../data/second-factor/remove-factors.js';
import { spendCode } from '../../data/second-factor/spend-code.js';
import { WebSession } from '../../data/web-session.entity.js';
import { ENROLMENT_TRIES, type SecondFactorRefusalCode } from '../../domain/second-factor.js';
import { AuthenticatorSecret } from './authenticator-secret.js';
import { RecoveryCodes } from './recovery-codes.js';
import { SecondFactorEmails } from './second-factor-emails.js';

export interface AddedFactor {
  /** New ones, to be shown once; empty if the account keeps those it has. */
  readonly recoveryCodes: readonly string[];
}

/** Adds an authenticator app by its first code, or replaces the one before. */
@Injectable()
export class ConfirmAuthenticator {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly throttle: Throttle,
    private readonly secret: AuthenticatorSecret,
    private readonly recoveryCodes: RecoveryCodes,
    private readonly emails: SecondFactorEmails,
  ) {}

  /** With the first factor, other browsers are signed out: they have shown only the password. */
  async execute(
    actor: Actor & { readonly id: string },
    { code, keepSession }: { readonly code: string; readonly keepSession: string },
  ): Promise<AddedFactor | Refused<SecondFactorRefusalCode>> {
    const count = { limit: ENROLMENT_TRIES, who: actor.id };
    const wait = await this.throttle.hit(count.limit, count.who);
    if (wait > 0) return refused(refuse('tooManyCodes', { minutes: Math.ceil(wait / 60) }, 'code'));
    const outcome = await this.unitOfWork.run(actor, async (tx) => {
      const account = found(await tx.lock(Account, actor.id));
      const app = await authenticatorToConfirm(tx.query, actor.id, tx.now);
      if (!app) return refused<SecondFactorRefusalCode>(refuse('enrolmentTookTooLong'));
      const secret = this.secret.open(app.secret, app.id);
      if (secret === null || (await spendCode(tx, app.id, { secret, code })) !== 'accepted')
        return refused<SecondFactorRefusalCode>(refuse('wrongCode', {}, 'code'));
      const isFirst = !(await hasSecondFactor(tx.query, actor.id));
      await removeAuthenticators(tx, actor.id, 'confirmed');
      await tx.of(Authenticator).update({ id: app.id }, { confirmedAt: tx.now });
      if (isFirst) await tx.of(WebSession).delete({ accountId: actor.id, fingerprint: Not(keepSession) });
      await this.emails.added(tx, account);
      await tx.audit('account.authenticatorAdded', { type: 'account', id: account.id, label: account.email });
      const { recoveryCodesLeft } = await factorsOf(tx.query, actor.id);
      return { recoveryCodes: recoveryCodesLeft > 0 ? [] : await this.recoveryCodes.renew(tx, actor.id) };
    });
    if ('recoveryCodes' in outcome) await this.throttle.forget(count);
    return outcome;
  }
}
