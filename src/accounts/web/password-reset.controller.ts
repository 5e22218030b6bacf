import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  Clock,
  CurrentVisit,
  definePage,
  type FormView,
  formView,
  isRefused,
  notice,
  OpenToAll,
  type Page,
  readForm,
  seeOther,
  type SeeOther,
  TooMany,
  type Visit,
} from '../../platform/index.js';
import { ChoosePassword } from '../actions/choose-password.js';
import { SHORTEST_PASSWORD } from '../actions/passwords.js';
import { AskResetForm, ChoosePasswordForm } from './forms.js';

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
    private readonly choosePassword: ChoosePassword,
    private readonly clock: Clock,
  ) {}

  @Get()
  ask(@CurrentVisit() visit: Visit): Page {
    return askPage({ form: formView(AskResetForm, visit.speaker), sentTo: null });
  }

  @Post()
  async send(@CurrentVisit() visit: Visit, @Body() body: unknown): Promise<Page> {
    const read = readForm(AskResetForm, body, this.clock.today());
    if (!read.ok) return askPage({ form: formView(AskResetForm, visit.speaker, read), sentTo: null }, 422);
    const wait = await this.choosePassword.askLink(read.form.email, visit.ip);
    if (wait > 0) throw new TooMany(wait);
    return askPage({ form: formView(AskResetForm, visit.speaker), sentTo: read.form.email });
  }

  @Get(':token')
  show(@CurrentVisit() visit: Visit, @Param('token') token: string): Page {
    return choosePage({ form: formView(ChoosePasswordForm, visit.speaker), token, shortest: SHORTEST_PASSWORD });
  }

  @Post(':token')
  async choose(
    @CurrentVisit() visit: Visit,
    @Param('token') token: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const read = readForm(ChoosePasswordForm, body, this.clock.today());
    const typed = { password: '' };
    if (!read.ok)
      return choosePage(
        { form: formView(ChoosePasswordForm, visit.speaker, { ...read, typed }), token, shortest: SHORTEST_PASSWORD },
        422,
      );
    const outcome = await this.choosePassword.byLink(visit.actor, token, read.form.password);
    if (isRefused(outcome)) {
      return choosePage(
        {
          form: formView(ChoosePasswordForm, visit.speaker, { typed, refusals: outcome.reasons }),
          token,
          shortest: SHORTEST_PASSWORD,
        },
        422,
      );
    }
    return seeOther('/sign-in', notice('account.passwordChosen'));
  }
}
