import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import {
  type Actor,
  ReadDatabase,
  refuse,
  refused,
  type Refused,
  SYSTEM,
  Throttle,
  UnitOfWork,
} from '../../platform/index.js';
import { Account } from '../data/account.entity.js';
import { passwordHashOf } from '../data/own-account.js';
import { WebSession } from '../data/web-session.entity.js';
import type { AccountRefusalCode } from '../domain/refusals.js';
import { AccountEmails } from './account-emails.js';
import { spendToken } from './account-tokens.js';
import { hashPassword, passwordMatches } from './passwords.js';
import { VerifyEmail } from './verify-email.js';

const RESETS = { name: 'password-reset', most: 5, within: 3600_000 };

/** A new password: by a mailed link, or by knowing the old one. Every other browser is signed out. */
@Injectable()
export class ChoosePassword {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: ReadDatabase,
    private readonly emails: AccountEmails,
    private readonly verifyEmail: VerifyEmail,
    private readonly throttle: Throttle,
  ) {}

  /**
   * Mails a link where the address has an account; whoever asks is told the same either way.
   * Answers seconds to wait, 0 when done.
   */
  async askLink(email: string, ip: string): Promise<number> {
    const wait = Math.max(await this.throttle.hit(RESETS, email), await this.throttle.hit({ ...RESETS, most: 30 }, ip));
    if (wait > 0) return wait;
    await this.unitOfWork.run(SYSTEM, async (tx) => {
      tx.withoutAudit('asking for a letter changes nothing; the letter stands in the outbox');
      const account = await tx.of(Account).findOneBy({ email });
      if (account && account.disabledAt === null) await this.emails.passwordReset(tx, account);
    });
    return 0;
  }

  async byLink(
    actor: Actor,
    token: string,
    password: string,
  ): Promise<{ email: string } | Refused<AccountRefusalCode>> {
    const passwordHash = await hashPassword(password);
    return this.unitOfWork.run(actor, async (tx) => {
      const id = await spendToken(tx, token, ['passwordReset', 'invitation']);
      const account = id === null ? null : await tx.of(Account).findOneBy({ id });
      if (!account || account.disabledAt !== null) return refused(refuse('linkUsedOrExpired'));
      await tx.of(Account).update({ id: account.id }, { passwordHash });
      await tx.of(WebSession).delete({ accountId: account.id });
      if (account.emailVerifiedAt === null) await this.verifyEmail.record(tx, account);
      await tx.audit('account.passwordChosen', { type: 'account', id: account.id, label: account.email });
      return { email: account.email };
    });
  }

  async byOwner(
    actor: Actor & { readonly id: string },
    { old, fresh, keepSession }: { old: string; fresh: string; keepSession: string },
  ): Promise<true | Refused<AccountRefusalCode>> {
    const held = await passwordHashOf(this.reads.query, actor.id);
    if (!(await passwordMatches(held, old))) return refused(refuse('wrongPassword', {}, 'old'));
    const passwordHash = await hashPassword(fresh);
    return this.unitOfWork.run(actor, async (tx) => {
      await tx.of(Account).update({ id: actor.id }, { passwordHash });
      await tx.of(WebSession).delete({ accountId: actor.id, fingerprint: Not(keepSession) });
      await tx.audit('account.passwordChosen', { type: 'account', id: actor.id, label: actor.email ?? actor.name });
      return true as const;
    });
  }
}
