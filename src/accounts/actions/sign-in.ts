import { Injectable } from '@nestjs/common';
import { ReadDatabase, type Refused, refuse, refused, Throttle } from '../../platform/index.js';
import { accountToSignIn } from '../data/account-with-roles.js';
import type { AccountRefusalCode } from '../domain/refusals.js';
import { BeginSession } from './begin-session.js';
import { PASSWORD_TRIES, PASSWORD_TRIES_FROM_ADDRESS } from '../domain/password-tries.js';
import { passwordMatches } from './passwords.js';

const PER_ACCOUNT = { name: 'sign-in-account', ...PASSWORD_TRIES };
const PER_ADDRESS = { name: 'sign-in-address', ...PASSWORD_TRIES_FROM_ADDRESS };

export interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly ip: string;
  readonly browser: string;
}

export interface SignedInOutcome {
  readonly token: string;
  readonly roles: readonly string[];
}

@Injectable()
export class SignIn {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly throttle: Throttle,
    private readonly beginSession: BeginSession,
  ) {}

  /**
   * A wrong password, a disabled account and an unknown address are refused with the same message, in the same time.
   * Only the right password is told that the email must be verified first.
   */
  async execute({ email, password, ip, browser }: Credentials): Promise<SignedInOutcome | Refused<AccountRefusalCode>> {
    const waits = [await this.throttle.hit(PER_ACCOUNT, email), await this.throttle.hit(PER_ADDRESS, ip)];
    const wait = Math.max(...waits);
    if (wait > 0) return refused(refuse('tooManySignIns', { minutes: Math.ceil(wait / 60) }));
    const account = await accountToSignIn(this.reads.query, email);
    const matches = await passwordMatches(account?.passwordHash ?? null, password);
    if (!account || !matches) return refused(refuse('wrongCredentials', {}, 'password'));
    await this.throttle.forget(PER_ACCOUNT, email);
    if (!account.isVerified) return refused(refuse('verifyBeforeSignIn', { email }));
    const { id, name, roles } = account;
    const token = await this.beginSession.execute({ id, name, email, roles }, browser);
    return { token, roles };
  }
}
