import { Injectable } from '@nestjs/common';
import {
  type Actor,
  ReadDatabase,
  refuse,
  refused,
  type Refused,
  Throttle,
  UnitOfWork,
} from '../../../platform/index.js';
import { Account } from '../../data/account.entity.js';
import { beginEmailChange } from '../../data/email-changes.js';
import { lockIfPasswordHolds } from '../../data/lock-account.js';
import { passwordHashOf } from '../../data/own-account.js';
import { OWN_PASSWORD_TRIES } from '../../domain/password-tries.js';
import type { AccountRefusalCode } from '../../domain/refusals.js';
import {
  EMAIL_CHANGES,
  EMAIL_CHANGES_TO_MAILBOX,
  emailIsAnother,
  type SignInEmailRefusalCode,
} from '../../domain/sign-in-email.js';
import { passwordMatches } from '../passwords.js';
import { SignInEmailEmails } from './sign-in-email-emails.js';

type Code = AccountRefusalCode | SignInEmailRefusalCode;

/** Asks for another sign-in email of one's own account. Requires the current password; changes nothing yet. */
@Injectable()
export class RequestEmailChange {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: ReadDatabase,
    private readonly throttle: Throttle,
    private readonly emails: SignInEmailEmails,
  ) {}

  /**
   * Emails a link to the new address and tells the present one. If the new address has an account, its owner gets an
   * email without a link instead; the answer is the same, and so is everything that the person who asks can see.
   */
  async execute(
    actor: Actor & { readonly id: string },
    { email: requested, password }: { readonly email: string; readonly password: string },
  ): Promise<{ email: string } | Refused<Code>> {
    const wait = await this.throttle.hit(OWN_PASSWORD_TRIES, actor.id);
    if (wait > 0) return refused(refuse('tooManySignIns', { minutes: Math.ceil(wait / 60) }, 'password'));
    const held = await passwordHashOf(this.reads.query, actor.id);
    if (!(await passwordMatches(held, password))) return refused(refuse('wrongPassword', {}, 'password'));
    await this.throttle.forget({ limit: OWN_PASSWORD_TRIES, who: actor.id });
    const unchanged = emailIsAnother({ email: actor.email ?? '', requested });
    if (unchanged) return refused(unchanged);
    const waitToAsk = await this.throttle.hitEach([
      { limit: EMAIL_CHANGES, who: actor.id },
      { limit: EMAIL_CHANGES_TO_MAILBOX, who: requested },
    ]);
    if (waitToAsk > 0) return refused(refuse('tooManyEmailChanges', { minutes: Math.ceil(waitToAsk / 60) }, 'email'));
    return this.unitOfWork.run(actor, async (tx) => {
      const account = await lockIfPasswordHolds(tx, actor.id, held);
      if (!account) return refused<Code>(refuse('wrongPassword', {}, 'password'));
      const token = await beginEmailChange(tx, account.id, requested);
      const holder = await tx.of(Account).findOneBy({ email: requested });
      if (holder) await this.emails.taken(tx, holder);
      else await this.emails.link(tx, account, { to: requested, token });
      await this.emails.asked(tx, account, requested);
      const subject = { type: 'account', id: account.id, label: account.email };
      await tx.audit('account.emailChangeRequested', subject, { to: requested });
      return { email: requested };
    });
  }
}
