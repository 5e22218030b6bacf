import { Body, Controller, Get, Post } from '@nestjs/common';
import {
  answerForm,
  blockers,
  Clock,
  CurrentContext,
  definePage,
  type FormState,
  flash,
  type FormView,
  formView,
  found,
  IdParam,
  type Page,
  ReadDatabase,
  readForm,
  refusalTexts,
  type RequestContext,
  seeOther,
  type SeeOther,
} from '../../../platform/index.js';
import { CorrectEmail } from '../../actions/sign-in-email/correct-email.js';
import { accountById } from '../../data/account-list.js';
import { CORRECTION_RULES } from '../../domain/sign-in-email.js';
import { type AccountView, accountView } from '../accounts.page.js';
import { Requires } from '../requires.js';
import { CorrectEmailForm } from './email.form.js';

export interface AccountEmailPage {
  readonly account: AccountView;
  readonly form: FormView<CorrectEmailForm>;
  readonly blockers: readonly string[];
}

const page = definePage<AccountEmailPage>('accounts/accounts/email');

/** Corrects the sign-in email of somebody else's account. */
@Controller('office/accounts/:id/email')
@Requires('account.manage')
export class AccountEmailController {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly correctEmail: CorrectEmail,
    private readonly clock: Clock,
  ) {}

  @Get()
  show(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page> {
    return this.page(context, id);
  }

  @Post()
  async correct(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    found(await accountById(this.reads, id));
    return answerForm(readForm(CorrectEmailForm, body, this.clock.today()), {
      act: (form) => this.correctEmail.execute(context.actor, id, form),
      done: (corrected) => seeOther(`/office/accounts/${id}`, flash('accounts.emailCorrected', { ...corrected })),
      again: (filling) => this.page(context, id, filling),
    });
  }

  private async page({ translator, actor }: RequestContext, id: string, filling: FormState = {}): Promise<Page> {
    const row = found(await accountById(this.reads, id));
    const reasons = blockers(CORRECTION_RULES, { isOwn: id === actor.id, disabledAt: row.disabledAt });
    return page({
      account: accountView(row, translator),
      form: formView(CorrectEmailForm, translator, filling),
      blockers: refusalTexts(translator, reasons),
    });
  }
}
