import { Injectable } from '@nestjs/common';
import {
  type Actor,
  isRefused,
  ReadDatabase,
  refuse,
  refused,
  type Refused,
  Throttle,
  UnitOfWork,
} from '../../platform/index.js';
import { lockIfPasswordHolds } from '../data/lock-account.js';
import { passwordHashOf } from '../data/own-account.js';
import { replacePassword } from '../data/replace-password.js';
import type { AccountRefusalCode } from '../domain/refusals.js';
import { accountMark, OWN_PASSWORD_TRIES, PASSWORD_CHANGES } from '../domain/password-tries.js';
import { AccountEmails } from './account-emails.js';
import { HashNewPassword, passwordMatches } from './passwords.js';

const CHANGES = { name: 'password-changes', ...PASSWORD_CHANGES };

/** Requires the current password. Signs out all other browsers, ends mailed links, and tells the owner. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: ReadDatabase,
    private readonly throttle: Throttle,
    private readonly hashNewPassword: HashNewPassword,
    private readonly emails: AccountEmails,
  ) {}

  async execute(
    actor: Actor & { readonly id: string },
    { old, fresh, keepSession }: { old: string; fresh: string; keepSession: string },
  ): Promise<{ mark: string } | Refused<AccountRefusalCode>> {
    const wait = await this.throttle.hit(OWN_PASSWORD_TRIES, actor.id);
    if (wait > 0) return tooOften(wait);
    const held = await passwordHashOf(this.reads.query, actor.id);
    if (!(await passwordMatches(held, old))) return refused(refuse('wrongPassword', {}, 'old'));
    await this.throttle.forget({ limit: OWN_PASSWORD_TRIES, who: actor.id });
    const owner = [actor.name, actor.email];
    const passwordHash = await this.hashNewPassword.execute({ password: fresh, field: 'fresh', owner });
    if (isRefused(passwordHash)) return passwordHash;
    const waitToChange = await this.throttle.hit(CHANGES, actor.id);
    if (waitToChange > 0) return tooOften(waitToChange);
    return this.unitOfWork.run(actor, async (tx) => {
      const account = await lockIfPasswordHolds(tx, actor.id, held);
      if (!account) return refused(refuse('wrongPassword', {}, 'old'));
      await replacePassword(tx, actor.id, { passwordHash, keepSession });
      await this.emails.passwordChanged(tx, account);
      await tx.audit('account.passwordChosen', { type: 'account', id: actor.id, label: actor.email ?? actor.name });
      return { mark: accountMark({ id: actor.id, passwordHash }) };
    });
  }
}

function tooOften(seconds: number): Refused<AccountRefusalCode> {
  return refused(refuse('tooManySignIns', { minutes: Math.ceil(seconds / 60) }, 'old'));
}
