import { Injectable } from '@nestjs/common';
import {
  type Actor,
  Clock,
  isRefused,
  ReadDatabase,
  refuse,
  refused,
  type Refused,
  Throttle,
  UnitOfWork,
} from '../../../platform/index.js';
import { Account } from '../../data/account.entity.js';
import { rolesOf } from '../../data/account-with-roles.js';
import { emailChangeByLink, spendEmailChange, type WaitingEmail } from '../../data/email-changes.js';
import { lockIfPasswordHolds } from '../../data/lock-account.js';
import { accountMark, PASSWORD_TRIES, PASSWORD_TRIES_FROM_NETWORK } from '../../domain/password-tries.js';
import type { AccountRefusalCode } from '../../domain/refusals.js';
import { emailIsStillFree, type SignInEmailRefusalCode } from '../../domain/sign-in-email.js';
import { passwordMatches } from '../passwords.js';
import { ReplaceEmail } from './replace-email.js';
import { SignInEmailEmails } from './sign-in-email-emails.js';

type Code = AccountRefusalCode | SignInEmailRefusalCode;

const PER_ACCOUNT = { name: 'email-change-account', ...PASSWORD_TRIES };
const PER_NETWORK = { name: 'email-change-network', ...PASSWORD_TRIES_FROM_NETWORK };

export interface EmailChangeProof {
  readonly token: string;
  /** `null` from a browser in which the owner is signed in, which needs none. */
  readonly password: string | null;
  readonly ip: string;
  /** The session that stays, if the owner asks. */
  readonly sessionId: string | null;
}

/** Changes an account's sign-in email by the link that was mailed to the new one. */
@Injectable()
export class ConfirmEmailChange {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly throttle: Throttle,
    private readonly replaceEmail: ReplaceEmail,
    private readonly emails: SignInEmailEmails,
  ) {}

  /**
   * Whoever has the link must also be signed in to the account or know its password: the address may be mistyped. Signs
   * out all other browsers, ends mailed links, and tells the address before.
   * @returns for the cookie of the browser (`accountMark`); `null` if no password was compared
   */
  async execute(
    actor: Actor,
    { token, password, ip, sessionId }: EmailChangeProof,
  ): Promise<{ email: string; mark: string | null } | Refused<Code>> {
    const waiting = await emailChangeByLink(this.reads.query, token, this.clock.now());
    if (!waiting) return refused(refuse('linkUsedOrExpired'));
    const { accountId: id, name, email, passwordHash } = waiting;
    const isOwner = actor.id === id;
    const wrong = isOwner ? null : await this.comparePassword(waiting, password ?? '', ip);
    if (isRefused(wrong)) return wrong;
    const owner = isOwner ? actor : { id, name, email, roles: await rolesOf(this.reads.query, id) };
    return this.unitOfWork.run(owner, async (tx) => {
      const account = await lockIfPasswordHolds(tx, id, passwordHash);
      const to = account && (await spendEmailChange(tx, id, token));
      if (!account || to === null) return refused<Code>(refuse('linkUsedOrExpired'));
      const taken = emailIsStillFree(to, await tx.of(Account).existsBy({ email: to }));
      if (taken) return refused<Code>(taken);
      const keepSession = isOwner && sessionId !== null ? { keepSession: sessionId } : {};
      await this.replaceEmail.execute(tx, account, { to, isProven: true, ...keepSession });
      await this.emails.changed(tx, account, to);
      await tx.audit('account.emailChanged', { type: 'account', id, label: to }, { from: account.email, to });
      return { email: to, mark: isOwner || passwordHash === null ? null : accountMark({ id, passwordHash }) };
    });
  }

  private async comparePassword(
    { accountId, passwordHash }: WaitingEmail,
    password: string,
    ip: string,
  ): Promise<Refused<Code> | null> {
    const [ofNetwork, ofAccount] = [
      { limit: PER_NETWORK, who: ip },
      { limit: PER_ACCOUNT, who: accountId },
    ];
    const wait = await this.throttle.hitEach([ofNetwork, ofAccount]);
    if (wait > 0) return refused(refuse('tooManySignIns', { minutes: Math.ceil(wait / 60) }, 'password'));
    if (passwordHash === null || !(await passwordMatches(passwordHash, password)))
      return refused(refuse('wrongAccountPassword', {}, 'password'));
    await this.throttle.giveBack(ofNetwork);
    await this.throttle.forget(ofAccount);
    return null;
  }
}
