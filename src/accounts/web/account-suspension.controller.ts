import { Controller, Get, Post } from '@nestjs/common';
import {
  CurrentContext,
  found,
  isRefused,
  flash,
  type Page,
  ReadDatabase,
  type Refusal,
  seeOther,
  type SeeOther,
  type RequestContext,
  IdParam,
  refusalTexts,
} from '../../platform/index.js';
import { InviteAgain } from '../actions/invite-again.js';
import { SuspendAccount } from '../actions/suspend-account.js';
import { ReinstateAccount } from '../actions/reinstate-account.js';
import { accountById } from '../data/account-list.js';
import { accountView, suspensionPage } from './accounts.page.js';
import { Requires } from './requires.js';

@Controller('office/accounts/:id')
@Requires('account.manage')
export class AccountSuspensionController {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly suspendAccount: SuspendAccount,
    private readonly reinstateAccount: ReinstateAccount,

    private readonly again: InviteAgain,
  ) {}

  @Get('suspension')
  ask(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page> {
    return this.page(context, id, []);
  }

  @Post('suspension')
  async suspend(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page | SeeOther> {
    await this.find(id);
    const outcome = await this.suspendAccount.execute(context.actor, id);
    if (isRefused(outcome)) return this.page(context, id, outcome.reasons);
    return seeOther(`/office/accounts/${id}`, flash('accounts.suspended', { name: outcome.name }));
  }

  @Post('reinstatement')
  async reinstate(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<SeeOther> {
    await this.find(id);
    const { name } = await this.reinstateAccount.execute(context.actor, id);
    return seeOther(`/office/accounts/${id}`, flash('accounts.reinstated', { name }));
  }

  @Post('invitation')
  async inviteAgain(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<SeeOther> {
    await this.find(id);
    const outcome = await this.again.execute(context.actor, id);
    const [first] = isRefused(outcome) ? outcome.reasons : [];
    return seeOther(
      `/office/accounts/${id}`,
      first
        ? flash(`refusal.${first.code}`, first.data, 'warning')
        : flash('accounts.invited', outcome as { email: string }),
    );
  }

  private async find(id: string) {
    return found(await accountById(this.reads, id));
  }

  private async page(context: RequestContext, id: string, reasons: readonly Refusal[]): Promise<Page> {
    const account = accountView(await this.find(id), context.translator);
    return suspensionPage(
      { account, blockers: refusalTexts(context.translator, reasons) },
      reasons.length === 0 ? 200 : 422,
    );
  }
}
