import { Injectable } from '@nestjs/common';
import { Clock, ReadDatabase, refuse, refused, type Refused, Throttle, UnitOfWork } from '../../platform/index.js';
import { spendToken } from '../data/account-tokens.js';
import { rolesOf } from '../data/account-with-roles.js';
import { accountToVerify } from '../data/account-to-verify.js';
import { lockIfPasswordHolds } from '../data/lock-account.js';
import { WebSession } from '../data/web-session.entity.js';
import type { AccountRefusalCode } from '../domain/refusals.js';
import { accountMark, PASSWORD_TRIES, PASSWORD_TRIES_FROM_NETWORK } from '../domain/password-tries.js';
import { passwordMatches } from './passwords.js';
import { RecordVerification } from './record-verification.js';
import { BeginSignIn, type SignInOutcome } from './second-factor/begin-sign-in.js';

const PER_ACCOUNT = { name: 'email-verification-account', ...PASSWORD_TRIES };
const PER_NETWORK = { name: 'email-verification-network', ...PASSWORD_TRIES_FROM_NETWORK };

export interface EmailProof {
  readonly token: string;
  readonly password: string;
  readonly ip: string;
  readonly browser: string;
}

@Injectable()
export class VerifyEmail {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly throttle: Throttle,
    private readonly recordVerification: RecordVerification,
    private readonly beginSignIn: BeginSignIn,
  ) {}

  /**
   * Whoever has the mailed link and the password chosen at sign-up is the one who signed up: a sign-in begins, and all
   * other browsers are signed out. The link alone proves nothing: somebody else may have signed up with the address.
   */
  async execute({ token, password, ip, browser }: EmailProof): Promise<SignInOutcome | Refused<AccountRefusalCode>> {
    const waiting = await accountToVerify(this.reads.query, token, this.clock.now());
    if (!waiting) return refused(refuse('linkUsedOrExpired'));
    const { id, name, email, passwordHash } = waiting;
    const [ofNetwork, ofAccount] = [
      { limit: PER_NETWORK, who: ip },
      { limit: PER_ACCOUNT, who: id },
    ];
    const wait = await this.throttle.hitEach([ofNetwork, ofAccount]);
    if (wait > 0) return refused(refuse('tooManySignIns', { minutes: Math.ceil(wait / 60) }, 'password'));
    if (passwordHash === null || !(await passwordMatches(passwordHash, password)))
      return refused(refuse('wrongSignUpPassword', {}, 'password'));
    await this.throttle.giveBack(ofNetwork);
    await this.throttle.forget(ofAccount);
    const person = { id, name, email, roles: await rolesOf(this.reads.query, id) };
    return this.unitOfWork.run(person, async (tx) => {
      const account = await lockIfPasswordHolds(tx, id, passwordHash);
      if (!account || (await spendToken(tx, token, ['emailVerification'])) !== id)
        return refused(refuse('linkUsedOrExpired'));
      await tx.of(WebSession).delete({ accountId: id });
      await this.recordVerification.execute(tx, account);
      return this.beginSignIn.execute(tx, person, { mark: accountMark({ id, passwordHash }), browser });
    });
  }
}
