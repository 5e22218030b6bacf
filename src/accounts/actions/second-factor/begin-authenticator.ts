import { Injectable } from '@nestjs/common';
import { type Actor, isRefused, newId, refuse, refused, type Refused, UnitOfWork } from '../../../platform/index.js';
import { lockIfPasswordHolds } from '../../data/lock-account.js';
import { Authenticator } from '../../data/second-factor/authenticator.entity.js';
import { removeAuthenticators } from '../../data/second-factor/remove-factors.js';
import type { AccountRefusalCode } from '../../domain/refusals.js';
import { AuthenticatorSecret } from './authenticator-secret.js';
import { CompareOwnPassword } from './compare-own-password.js';

/**
 * Makes the secret for an authenticator app. It counts for nothing until its first code is entered. Requires the
 * password: whoever finds a browser signed in must not lock the owner out.
 */
@Injectable()
export class BeginAuthenticator {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly comparePassword: CompareOwnPassword,
    private readonly secret: AuthenticatorSecret,
  ) {}

  async execute(actor: Actor & { readonly id: string }, password: string): Promise<true | Refused<AccountRefusalCode>> {
    const held = await this.comparePassword.execute(actor.id, password);
    if (isRefused(held)) return held;
    return this.unitOfWork.run(actor, async (tx) => {
      tx.withoutAudit('nothing changes until the app is confirmed');
      if (!(await lockIfPasswordHolds(tx, actor.id, held.passwordHash)))
        return refused<AccountRefusalCode>(refuse('wrongPassword', {}, 'password'));
      await removeAuthenticators(tx, actor.id, 'unconfirmed');
      const id = newId();
      const secret = this.secret.seal(this.secret.make(), id);
      await tx.of(Authenticator).insert({ id, accountId: actor.id, secret, createdAt: tx.now, confirmedAt: null });
      return true as const;
    });
  }
}
