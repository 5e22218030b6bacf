import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  Clock,
  CurrentVisit,
  found,
  isRefused,
  looksLikeId,
  notice,
  type Page,
  pageAsked,
  pagesOf,
  readForm,
  ReadDatabase,
  seeOther,
  type SeeOther,
  textOf,
  type Visit,
} from '../../platform/index.js';
import { ChangeRoles } from '../actions/change-roles.js';
import { InvitePerson } from '../actions/invite-person.js';
import { accountById, accountList, type AccountRow } from '../data/account-list.js';
import { historyOf } from '../data/audit-trail.js';
import {
  accountFilters,
  accountPage,
  accountPageModel,
  accountsPage,
  accountView,
  type Failure,
  invitationForm,
  invitationPage,
  rolesForm,
} from './accounts.pages.js';
import { InvitationForm, RolesForm } from './administration-forms.js';
import { auditEntryView } from './audit-view.js';
import { Requires } from './requires.js';

const SIZE = 50;

@Controller('office/accounts')
@Requires('account.manage')
export class AccountsController {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly invitePerson: InvitePerson,
    private readonly changeRoles: ChangeRoles,
    private readonly clock: Clock,
  ) {}

  @Get()
  async index(@CurrentVisit() visit: Visit, @Query() query: Record<string, unknown>): Promise<Page> {
    const [q, role, state] = [textOf(query['q']).trim().slice(0, 100), textOf(query['role']), textOf(query['state'])];
    const sort = textOf(query['sort']) === 'email' ? 'email' : 'newest';
    const page = pageAsked(query['page']);
    const { rows, count } = await accountList(this.reads, { q, role, state, sort, page, size: SIZE });
    return accountsPage({
      accounts: rows.map((row) => accountView(row, visit.speaker)),
      count,
      q,
      pages: pagesOf(visit.url, { page, size: SIZE, count }),
      filtered: q !== '' || role !== '' || state !== '',
      ...accountFilters(visit.speaker, { role, state, sort }),
    });
  }

  @Get('new')
  fresh(@CurrentVisit() visit: Visit): Page {
    return invitationPage({ form: invitationForm(visit.speaker) });
  }

  @Post()
  async invite(@CurrentVisit() visit: Visit, @Body() body: unknown): Promise<Page | SeeOther> {
    const read = readForm(InvitationForm, body, this.clock.today());
    if (!read.ok) return invitationPage({ form: invitationForm(visit.speaker, read) }, 422);
    const outcome = await this.invitePerson.with(visit.actor, read.form);
    if (isRefused(outcome))
      return invitationPage(
        { form: invitationForm(visit.speaker, { typed: read.typed, refusals: outcome.reasons }) },
        422,
      );
    return seeOther(`/office/accounts/${outcome.id}`, notice('accounts.invited', { email: read.form.email }));
  }

  @Get(':id')
  async show(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<Page> {
    return this.page(visit, await this.find(id));
  }

  @Post(':id/roles')
  async roles(@CurrentVisit() visit: Visit, @Param('id') id: string, @Body() body: unknown): Promise<Page | SeeOther> {
    const account = await this.find(id);
    const read = readForm(RolesForm, body, this.clock.today());
    if (!read.ok) return this.page(visit, account, read);
    const outcome = await this.changeRoles.of(visit.actor, id, read.form.roles);
    if (isRefused(outcome)) return this.page(visit, account, { typed: read.typed, refusals: outcome.reasons });
    return seeOther(`/office/accounts/${id}`, notice('accounts.roles_changed', { name: account.name }));
  }

  private async find(id: string): Promise<AccountRow> {
    return found(looksLikeId(id) ? await accountById(this.reads, id) : null);
  }

  private async page(visit: Visit, row: AccountRow, failure?: Failure): Promise<Page> {
    const { speaker, actor } = visit;
    const history = (await historyOf(this.reads, { type: 'account', id: row.id }, 20)).map((entry) =>
      auditEntryView(entry, speaker),
    );
    const form = failure ? rolesForm(row, speaker, failure) : rolesForm(row, speaker);
    return accountPage(accountPageModel(row, speaker, { form, viewerId: actor.id, history }), failure ? 422 : 200);
  }
}
