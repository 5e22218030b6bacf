import { Injectable } from '@nestjs/common';
import { type Actor, blockers, NotAllowed, NotFound, Refused, refused, UnitOfWork } from '../../../platform/index.js';
import { Account } from '../../data/account.entity.js';
import { lockAdministrators } from '../../data/lock-administrators.js';
import { RoleGrant } from '../../data/role-grant.entity.js';
import { anAdministratorStays } from '../../domain/administration.js';
import type { AccountRefusalCode } from '../../domain/refusals.js';
import { may } from '../../domain/rights.js';
import {
  addressIsFree,
  CORRECTION_RULES,
  emailIsAnother,
  type SignInEmailRefusalCode,
} from '../../domain/sign-in-email.js';
import { ReplaceEmail } from './replace-email.js';
import { SignInEmailEmails } from './sign-in-email-emails.js';

type Code = AccountRefusalCode | SignInEmailRefusalCode;

export interface EmailCorrection {
  readonly email: string;
  readonly reason: string;
}

/**
 * An administrator corrects the sign-in email of somebody who cannot: mistyped, or a mailbox that is lost. The new
 * address is not proven until its owner opens the link that it gets.
 */
@Injectable()
export class CorrectEmail {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly replaceEmail: ReplaceEmail,
    private readonly emails: SignInEmailEmails,
  ) {}

  /** Signs the account out everywhere, ends its mailed links, and writes to both addresses. */
  execute(
    actor: Actor,
    id: string,
    { email: to, reason }: EmailCorrection,
  ): Promise<{ name: string; email: string } | Refused<Code>> {
    if (!may(actor, 'account.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const { account, otherAdministrators } = await lockAdministrators(tx, id);
      if (!account) throw new NotFound();
      const reasons = blockers<Parameters<(typeof CORRECTION_RULES)[number]>[0], Code>(CORRECTION_RULES, {
        isOwn: id === actor.id,
        disabledAt: account.disabledAt,
      });
      if (reasons.length > 0) return new Refused(reasons);
      const held = (await tx.of(RoleGrant).findBy({ accountId: id })).map(({ role }) => role);
      const holder = await tx.of(Account).findOneBy({ email: to });
      const wrong =
        emailIsAnother({ email: account.email, requested: to }) ??
        addressIsFree(to, holder?.name ?? null) ??
        // Its new address is not proven: nobody signs in with it yet.
        anAdministratorStays({ held, requested: [], otherAdministrators });
      if (wrong) return refused<Code>(wrong);
      await this.replaceEmail.execute(tx, account, { to, isProven: false });
      await this.emails.corrected(tx, account, to);
      const subject = { type: 'account', id, label: to };
      await tx.audit('account.emailCorrected', subject, { from: account.email, to, reason });
      return { name: account.name, email: to };
    });
  }
}
