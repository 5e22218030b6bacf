import { Controller, Get, Post } from '@nestjs/common';
import {
  answerAct,
  CurrentContext,
  found,
  flash,
  type Page,
  ReadDatabase,
  type Refusal,
  refusalTexts,
  seeOther,
  type SeeOther,
  type RequestContext,
  IdParam,
} from '../../platform/index.js';
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
  ) {}

  @Get('suspension')
  show(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page> {
    return this.page(context, id);
  }

  @Post('suspension')
  async suspend(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page | SeeOther> {
    await this.find(id);
    return answerAct(await this.suspendAccount.execute(context.actor, id), {
      done: ({ name }) => seeOther(`/office/accounts/${id}`, flash('accounts.suspended', { name })),
      again: (refusals) => this.page(context, id, refusals),
    });
  }

  @Post('reinstatement')
  async reinstate(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<SeeOther> {
    await this.find(id);
    const { name } = await this.reinstateAccount.execute(context.actor, id);
    return seeOther(`/office/accounts/${id}`, flash('accounts.reinstated', { name }));
  }

  private async find(id: string) {
    return found(await accountById(this.reads, id));
  }

  private async page({ translator }: RequestContext, id: string, refusals: readonly Refusal[] = []): Promise<Page> {
    const account = accountView(await this.find(id), translator);
    return suspensionPage({ account, blockers: refusalTexts(translator, refusals) });
  }
}
