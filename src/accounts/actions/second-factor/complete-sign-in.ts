import { Injectable } from '@nestjs/common';
import { Clock, ReadDatabase, refuse, refused, type Refused, Throttle, UnitOfWork } from '../../../platform/index.js';
import { rolesOf } from '../../data/account-with-roles.js';
import { lockIfPasswordHolds } from '../../data/lock-account.js';
import { pendingSignIn, spendPendingSignIn } from '../../data/second-factor/pending-sign-ins.js';
import { accountMark, type KnownBrowser } from '../../domain/password-tries.js';
import { codeCounts, type SecondFactorRefusalCode } from '../../domain/second-factor.js';
import { BeginSession } from '../begin-session.js';
import { AcceptCode, type TypedCode } from './accept-code.js';
import type { SessionBegun } from './begin-sign-in.js';

export interface SignInBrowser {
  /** Its `user-agent`. */
  readonly browser: string;
  readonly knownBrowser: KnownBrowser | null;
}

/** The second step of a sign-in: begins the session once the code is right. */
@Injectable()
export class CompleteSignIn {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly throttle: Throttle,
    private readonly acceptCode: AcceptCode,
    private readonly beginSession: BeginSession,
  ) {}

  /** @param pendingToken from the browser's cookie */
  async execute(
    pendingToken: string,
    typed: TypedCode,
    { browser, knownBrowser }: SignInBrowser,
  ): Promise<SessionBegun | Refused<SecondFactorRefusalCode>> {
    const pending = await pendingSignIn(this.reads.query, pendingToken, this.clock.now());
    if (!pending || pending.passwordHash === null) return refused(refuse('signInTookTooLong'));
    const { accountId: id, name, email, passwordHash } = pending;
    const mark = accountMark({ id, passwordHash });
    const counts = codeCounts({ accountId: id, mark, browser: knownBrowser });
    const wait = await this.throttle.hitEach(counts);
    const field = 'code' in typed ? 'code' : 'recoveryCode';
    if (wait > 0) return refused(refuse('tooManyCodes', { minutes: Math.ceil(wait / 60) }, field));
    const owner = { id, name, email, roles: await rolesOf(this.reads.query, id) };
    const outcome = await this.unitOfWork.run(owner, async (tx) => {
      const account = await lockIfPasswordHolds(tx, id, passwordHash);
      if (!account || !(await spendPendingSignIn(tx, id, pendingToken)))
        return refused<SecondFactorRefusalCode>(refuse('signInTookTooLong'));
      const wrong = await this.acceptCode.execute(tx, account, typed);
      if (wrong) return refused(wrong);
      return { token: await this.beginSession.execute(owner, browser), mark, roles: owner.roles };
    });
    if ('token' in outcome)
      for (const count of counts)
        await (count.afterSuccess === 'reset' ? this.throttle.forget(count) : this.throttle.giveBack(count));
    return outcome;
  }
}
