import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  Clock,
  CurrentContext,
  definePage,
  type FormView,
  formView,
  isRefused,
  flash,
  OpenToAll,
  type Page,
  readForm,
  seeOther,
  type SeeOther,
  TooMany,
  type RequestContext,
} from '../../platform/index.js';
import { ChoosePassword } from '../actions/choose-password.js';
import { SHORTEST_PASSWORD } from '../actions/passwords.js';
import { RequestPasswordReset } from '../actions/request-password-reset.js';
import { AskResetForm, ChoosePasswordForm } from './account.form.js';

const askPage = definePage<{ readonly form: FormView<AskResetForm>; readonly sentTo: string | null }>(
  'accounts/password-reset/ask',
);
const choosePage = definePage<{
  readonly form: FormView<ChoosePasswordForm>;
  readonly token: string;
  readonly shortest: number;
}>('accounts/password-reset/choose');

@Controller('password-reset')
@OpenToAll()
export class PasswordResetController {
  constructor(
    private readonly requestPasswordReset: RequestPasswordReset,
    private readonly choosePassword: ChoosePassword,
    private readonly clock: Clock,
  ) {}

  @Get()
  ask(@CurrentContext() context: RequestContext): Page {
    return askPage({ form: formView(AskResetForm, context.translator), sentTo: null });
  }

  @Post()
  async send(@CurrentContext() context: RequestContext, @Body() body: unknown): Promise<Page> {
    const read = readForm(AskResetForm, body, this.clock.today());
    if (!read.ok) return askPage({ form: formView(AskResetForm, context.translator, read), sentTo: null }, 422);
    const wait = await this.requestPasswordReset.execute(read.form.email, context.ip);
    if (wait > 0) throw new TooMany(wait);
    return askPage({ form: formView(AskResetForm, context.translator), sentTo: read.form.email });
  }

  @Get(':token')
  show(@CurrentContext() context: RequestContext, @Param('token') token: string): Page {
    return choosePage({ form: formView(ChoosePasswordForm, context.translator), token, shortest: SHORTEST_PASSWORD });
  }

  @Post(':token')
  async choose(
    @CurrentContext() context: RequestContext,
    @Param('token') token: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const read = readForm(ChoosePasswordForm, body, this.clock.today());
    const typed = { password: '' };
    if (!read.ok)
      return choosePage(
        {
          form: formView(ChoosePasswordForm, context.translator, { ...read, typed }),
          token,
          shortest: SHORTEST_PASSWORD,
        },
        422,
      );
    const outcome = await this.choosePassword.execute(context.actor, token, read.form.password);
    if (isRefused(outcome)) {
      return choosePage(
        {
          form: formView(ChoosePasswordForm, context.translator, { typed, refusals: outcome.reasons }),
          token,
          shortest: SHORTEST_PASSWORD,
        },
        422,
      );
    }
    return seeOther('/sign-in', flash('account.passwordChosen'));
  }
}
