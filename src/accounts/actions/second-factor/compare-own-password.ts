import { Injectable } from '@nestjs/common';
import { ReadDatabase, refuse, refused, type Refused, Throttle } from '../../../platform/index.js';
import { passwordHashOf } from '../../data/own-account.js';
import { OWN_PASSWORD_TRIES } from '../../domain/password-tries.js';
import type { AccountRefusalCode } from '../../domain/refusals.js';
import { passwordMatches } from '../passwords.js';

/** Compares the password that somebody signed in enters for an act on their own account. Slow: before a transaction. */
@Injectable()
export class CompareOwnPassword {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly throttle: Throttle,
  ) {}

  /** Returns the hash that it matched, which the transaction compares again (`lockIfPasswordHolds`). */
  async execute(
    accountId: string,
    password: string,
  ): Promise<{ readonly passwordHash: string } | Refused<AccountRefusalCode>> {
    const wait = await this.throttle.hit(OWN_PASSWORD_TRIES, accountId);
    if (wait > 0) return refused(refuse('tooManySignIns', { minutes: Math.ceil(wait / 60) }, 'password'));
    const passwordHash = await passwordHashOf(this.reads.query, accountId);
    if (passwordHash === null || !(await passwordMatches(passwordHash, password)))
      return refused(refuse('wrongPassword', {}, 'password'));
    await this.throttle.forget({ limit: OWN_PASSWORD_TRIES, who: accountId });
    return { passwordHash };
  }
}
