import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  answerAct,
  answerForm,
  Clock,
  CONFIG,
  type Config,
  CurrentContext,
  definePage,
  type FormState,
  flash,
  type FormView,
  formView,
  OpenToAll,
  type Page,
  ReadDatabase,
  readForm,
  type RequestContext,
  seeOther,
  type SeeOther,
} from '../../../platform/index.js';
import { ConfirmEmailChange } from '../../actions/sign-in-email/confirm-email-change.js';
import { emailChangeByLink } from '../../data/email-changes.js';
import { statusOf } from '../account.form.js';
import { rememberBrowser } from '../known-browser.js';
import { ConfirmEmailForm } from './email.form.js';

export interface EmailChangePage {
  readonly form: FormView<ConfirmEmailForm>;
  readonly token: string;
  /** The new address; `null` where the link is used, replaced or too old. */
  readonly email: string | null;
  /** Whether the owner of the account is not signed in in this browser. */
  readonly needsPassword: boolean;
}

const page = definePage<EmailChangePage>('accounts/sign-in-email/confirmation');

/** Mail scanners and messengers open links, so opening one only shows the form that uses it. */
@Controller('email-change/:token')
@OpenToAll()
export class EmailChangeController {
  constructor(
    private readonly confirmEmailChange: ConfirmEmailChange,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  show(@CurrentContext() context: RequestContext, @Param('token') token: string): Promise<Page> {
    return this.page(context, token);
  }

  @Post()
  async confirm(
    @CurrentContext() context: RequestContext,
    @Param('token') token: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page | SeeOther> {
    const { actor, ip, sessionId } = context;
    const act = (password: string | null) => this.confirmEmailChange.execute(actor, { token, password, ip, sessionId });
    const waiting = await emailChangeByLink(this.reads.query, token, this.clock.now());
    if (waiting && waiting.accountId === actor.id)
      return answerAct(await act(null), {
        done: ({ email }) => seeOther('/my/account', flash('account.emailChanged', { email })),
        again: (refusals) => this.page(context, token, { refusals }),
      });
    return answerForm(readForm(ConfirmEmailForm, body, this.clock.today()), {
      act: ({ password }) => act(password),
      done: ({ email, mark }) => {
        if (mark !== null) rememberBrowser({ request, reply }, mark, this.config);
        return seeOther(actor.id === null ? '/sign-in' : '/', flash('account.emailChangedSignIn', { email }));
      },
      again: (filling) => this.page(context, token, { ...filling, typed: { password: '' } }),
    });
  }

  private async page({ translator, actor }: RequestContext, token: string, filling: FormState = {}): Promise<Page> {
    const form = formView(ConfirmEmailForm, translator, filling);
    const waiting = await emailChangeByLink(this.reads.query, token, this.clock.now());
    const needsPassword = waiting?.accountId !== actor.id;
    return page({ form, token, email: waiting?.newEmail ?? null, needsPassword }, statusOf(filling));
  }
}
