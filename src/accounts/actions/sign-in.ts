import { Injectable } from '@nestjs/common';
import { ReadDatabase, type Refused, refuse, refused, Throttle, UnitOfWork } from '../../platform/index.js';
import { accountToSignIn } from '../data/account-with-roles.js';
import type { AccountRefusalCode } from '../domain/refusals.js';
import { lockIfPasswordHolds } from '../data/lock-account.js';
import { accountMark, type KnownBrowser, signInCounts } from '../domain/password-tries.js';
import { passwordMatches } from './passwords.js';
import { BeginSignIn, type SignInOutcome } from './second-factor/begin-sign-in.js';

export interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly ip: string;
  /** Its `user-agent`. */
  readonly browser: string;
  readonly knownBrowser: KnownBrowser | null;
}

@Injectable()
export class SignIn {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: ReadDatabase,
    private readonly throttle: Throttle,
    private readonly beginSignIn: BeginSignIn,
  ) {}

  /**
   * A wrong password, a disabled account and an unknown address are refused with the same message, in the same time.
   * Only the right password is told that the email must be verified first.
   */
  async execute(credentials: Credentials): Promise<SignInOutcome | Refused<AccountRefusalCode>> {
    const { email, password, ip, browser, knownBrowser } = credentials;
    const account = await accountToSignIn(this.reads.query, email);
    const passwordHash = account?.passwordHash ?? null;
    const mark = account && passwordHash !== null ? accountMark({ id: account.id, passwordHash }) : null;
    const counts = signInCounts({ email, network: ip, mark, browser: knownBrowser });
    const wait = await this.throttle.hitEach(counts);
    if (wait > 0) return refused(refuse('tooManySignIns', { minutes: Math.ceil(wait / 60) }));
    const matches = await passwordMatches(passwordHash, password);
    if (!account || mark === null || !matches) return refused(refuse('wrongCredentials', {}, 'password'));
    for (const count of counts)
      await (count.afterSuccess === 'reset' ? this.throttle.forget(count) : this.throttle.giveBack(count));
    if (!account.isVerified) return refused(refuse('verifyBeforeSignIn', { email }));
    const { id, name, roles } = account;
    const actor = { id, name, email, roles };
    return this.unitOfWork.run(actor, async (tx) => {
      if (!(await lockIfPasswordHolds(tx, id, passwordHash)))
        return refused(refuse('wrongCredentials', {}, 'password'));
      return this.beginSignIn.execute(tx, actor, { mark, browser });
    });
  }
}
