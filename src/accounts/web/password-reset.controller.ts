import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  Clock,
  CONFIG,
  type Config,
  CurrentContext,
  definePage,
  type FormView,
  formView,
  flash,
  OpenToAll,
  type Page,
  readForm,
  seeOther,
  type SeeOther,
  TooMany,
  type RequestContext,
  answerForm,
  type FormState,
} from '../../platform/index.js';
import { ChoosePassword } from '../actions/choose-password.js';
import { SHORTEST_PASSWORD } from '../actions/passwords.js';
import { RequestPasswordReset } from '../actions/request-password-reset.js';
import { RequestResetForm, ChoosePasswordForm } from './account.form.js';
import { rememberBrowser } from './known-browser.js';

const requestPage = definePage<{ readonly form: FormView<RequestResetForm>; readonly sentTo: string | null }>(
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
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  showRequest(@CurrentContext() context: RequestContext): Page {
    return requestPage({ form: formView(RequestResetForm, context.translator), sentTo: null });
  }

  @Post()
  send(@CurrentContext() context: RequestContext, @Body() body: unknown): Promise<Page> {
    return answerForm(readForm(RequestResetForm, body, this.clock.today()), {
      act: ({ email }) => this.requestPasswordReset.execute(email, context.ip),
      done: (wait, { email }) => {
        if (wait > 0) throw new TooMany(wait);
        return requestPage({ form: formView(RequestResetForm, context.translator), sentTo: email });
      },
      again: (filling) => requestPage({ form: formView(RequestResetForm, context.translator, filling), sentTo: null }),
    });
  }

  @Get(':token')
  show(@CurrentContext() context: RequestContext, @Param('token') token: string): Page {
    return choice(context, token);
  }

  @Post(':token')
  choose(
    @CurrentContext() context: RequestContext,
    @Param('token') token: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page | SeeOther> {
    return answerForm(readForm(ChoosePasswordForm, body, this.clock.today()), {
      act: ({ password }) => this.choosePassword.execute(context.actor, token, password),
      done: ({ mark }) => {
        rememberBrowser({ request, reply }, mark, this.config);
        return seeOther('/sign-in', flash('account.passwordChosen'));
      },
      again: (filling) => choice(context, token, { ...filling, typed: { password: '' } }),
    });
  }
}

function choice({ translator }: RequestContext, token: string, filling: FormState = {}): Page {
  return choosePage({ form: formView(ChoosePasswordForm, translator, filling), token, shortest: SHORTEST_PASSWORD });
}
