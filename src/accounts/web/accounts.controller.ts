import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import {
  Clock,
  CurrentContext,
  found,
  flash,
  type Page,
  requestedPage,
  pagesOf,
  readForm,
  ReadDatabase,
  seeOther,
  type SeeOther,
  textOf,
  type RequestContext,
  IdParam,
  answerForm,
  type FormState,
  searchTextOf,
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
  invitationForm,
  invitationPage,
  rolesForm,
} from './accounts.page.js';
import { InvitationForm, RolesForm } from './administration.form.js';
import { auditEntryView } from './audit.page.js';
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
  async index(@CurrentContext() context: RequestContext, @Query() query: Record<string, unknown>): Promise<Page> {
    const [q, role, state] = [searchTextOf(query['q']), textOf(query['role']), textOf(query['state'])];
    const sort = textOf(query['sort']) === 'email' ? 'email' : 'newest';
    const page = requestedPage(query['page']);
    const { rows, count } = await accountList(this.reads, { q, role, state, sort, page, size: SIZE });
    return accountsPage({
      accounts: rows.map((row) => accountView(row, context.translator)),
      count,
      q,
      pages: pagesOf(context.url, { page, size: SIZE, count }),
      filtered: q !== '' || role !== '' || state !== '',
      ...accountFilters(context.translator, { role, state, sort }),
    });
  }

  @Get('new')
  fresh(@CurrentContext() context: RequestContext): Page {
    return invitationPage({ form: invitationForm(context.translator) });
  }

  @Post()
  async invite(@CurrentContext() context: RequestContext, @Body() body: unknown): Promise<Page | SeeOther> {
    return answerForm(readForm(InvitationForm, body, this.clock.today()), {
      act: (form) => this.invitePerson.execute(context.actor, form),
      done: ({ id }, { email }) => seeOther(`/office/accounts/${id}`, flash('accounts.invited', { email })),
      again: (filling) => invitationPage({ form: invitationForm(context.translator, filling) }),
    });
  }

  @Get(':id')
  async show(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page> {
    return this.page(context, await this.find(id));
  }

  @Post(':id/roles')
  async roles(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const account = await this.find(id);
    return answerForm(readForm(RolesForm, body, this.clock.today()), {
      act: ({ roles }) => this.changeRoles.execute(context.actor, id, roles),
      done: () => seeOther(`/office/accounts/${id}`, flash('accounts.roles_changed', { name: account.name })),
      again: (filling) => this.page(context, account, filling),
    });
  }

  private async find(id: string): Promise<AccountRow> {
    return found(await accountById(this.reads, id));
  }

  private async page(context: RequestContext, row: AccountRow, filling?: FormState): Promise<Page> {
    const { translator, actor } = context;
    const history = (await historyOf(this.reads, { type: 'account', id: row.id }, 20)).map((entry) =>
      auditEntryView(entry, translator),
    );
    const form = rolesForm(row, translator, filling);
    return accountPage(accountPageModel(row, translator, { form, viewerId: actor.id, history }));
  }
}
