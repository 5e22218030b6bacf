import { Controller, Post } from '@nestjs/common';
import {
  answerAct,
  CurrentContext,
  found,
  flash,
  ReadDatabase,
  refusalFlash,
  seeOther,
  type SeeOther,
  type RequestContext,
  IdParam,
} from '../../platform/index.js';
import { InviteAgain } from '../actions/invite-again.js';
import { accountById } from '../data/account-list.js';
import { Requires } from './requires.js';

/** Sends an invitation again that did not arrive or has expired. */
@Controller('office/accounts/:id/invitation')
@Requires('account.manage')
export class AccountInvitationController {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly inviteAgain: InviteAgain,
  ) {}

  @Post()
  async send(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<SeeOther> {
    found(await accountById(this.reads, id));
    const page = `/office/accounts/${id}`;
    return answerAct(await this.inviteAgain.execute(context.actor, id), {
      done: (sent) => seeOther(page, flash('accounts.invited', sent)),
      again: (refusals) => seeOther(page, refusalFlash(refusals)),
    });
  }
}
