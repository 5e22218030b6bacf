import { Controller, Get, Param, Post } from '@nestjs/common';
import {
  CurrentVisit,
  found,
  isRefused,
  looksLikeId,
  notice,
  type Page,
  ReadDatabase,
  type Refusal,
  seeOther,
  type SeeOther,
  type Visit,
} from '../../platform/index.js';
import { InvitePerson } from '../actions/invite-person.js';
import { SuspendAccount } from '../actions/suspend-account.js';
import { accountById } from '../data/account-list.js';
import { accountView, suspensionPage } from './accounts.pages.js';
import { Requires } from './requires.js';

@Controller('office/accounts/:id')
@Requires('account.manage')
export class AccountSuspensionController {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly suspendAccount: SuspendAccount,
    private readonly invitePerson: InvitePerson,
  ) {}

  @Get('suspension')
  ask(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<Page> {
    return this.page(visit, id, []);
  }

  @Post('suspension')
  async suspend(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<Page | SeeOther> {
    await this.find(id);
    const outcome = await this.suspendAccount.of(visit.actor, id);
    if (isRefused(outcome)) return this.page(visit, id, outcome.reasons);
    return seeOther(`/office/accounts/${id}`, notice('accounts.suspended', { name: outcome.name }));
  }

  @Post('reinstatement')
  async reinstate(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<SeeOther> {
    await this.find(id);
    const { name } = await this.suspendAccount.end(visit.actor, id);
    return seeOther(`/office/accounts/${id}`, notice('accounts.reinstated', { name }));
  }

  @Post('invitation')
  async inviteAgain(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<SeeOther> {
    await this.find(id);
    const outcome = await this.invitePerson.again(visit.actor, id);
    const [first] = isRefused(outcome) ? outcome.reasons : [];
    return seeOther(
      `/office/accounts/${id}`,
      first
        ? notice(`refusal.${first.code}`, first.data, 'warning')
        : notice('accounts.invited', outcome as { email: string }),
    );
  }

  private async find(id: string) {
    return found(looksLikeId(id) ? await accountById(this.reads, id) : null);
  }

  private async page(visit: Visit, id: string, reasons: readonly Refusal[]): Promise<Page> {
    const account = accountView(await this.find(id), visit.speaker);
    return suspensionPage(
      { account, blockers: reasons.map(({ code, data }) => visit.speaker.say(`refusal.${code}`, data)) },
      reasons.length === 0 ? 200 : 422,
    );
  }
}
