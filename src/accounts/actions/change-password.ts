import { Injectable } from '@nestjs/common';
import { type Actor, ReadDatabase, refuse, refused, type Refused, Throttle, UnitOfWork } from '../../platform/index.js';
import { lockIfPasswordHolds } from '../data/lock-account.js';
import { passwordHashOf } from '../data/own-account.js';
import { replacePassword } from '../data/replace-password.js';
import type { AccountRefusalCode } from '../domain/refusals.js';
import { PASSWORD_TRIES } from '../domain/password-tries.js';
import { hashPassword, passwordMatches } from './passwords.js';

const TRIES = { name: 'old-password', ...PASSWORD_TRIES };

/** Requires the current password. Signs out all other browsers and ends mailed links. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: ReadDatabase,
    private readonly throttle: Throttle,
  ) {}

  async execute(
    actor: Actor & { readonly id: string },
    { old, fresh, keepSession }: { old: string; fresh: string; keepSession: string },
  ): Promise<true | Refused<AccountRefusalCode>> {
    const wait = await this.throttle.hit(TRIES, actor.id);
    if (wait > 0) return refused(refuse('tooManySignIns', { minutes: Math.ceil(wait / 60) }, 'old'));
    const held = await passwordHashOf(this.reads.query, actor.id);
    if (!(await passwordMatches(held, old))) return refused(refuse('wrongPassword', {}, 'old'));
    await this.throttle.forget({ limit: TRIES, who: actor.id });
    const passwordHash = await hashPassword(fresh);
    return this.unitOfWork.run(actor, async (tx) => {
      if (!(await lockIfPasswordHolds(tx, actor.id, held))) return refused(refuse('wrongPassword', {}, 'old'));
      await replacePassword(tx, actor.id, { passwordHash, keepSession });
      await tx.audit('account.passwordChosen', { type: 'account', id: actor.id, label: actor.email ?? actor.name });
      return true as const;
    });
  }
}
