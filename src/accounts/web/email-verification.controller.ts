import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
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
  pathWithin,
  QueryText,
  ReadDatabase,
  readForm,
  type RequestContext,
  seeOther,
  type SeeOther,
  textOf,
  TooMany,
} from '../../platform/index.js';
import { ResendVerification } from '../actions/resend-verification.js';
import { VerifyEmail } from '../actions/verify-email.js';
import { accountToVerify } from '../data/account-to-verify.js';
import { mailboxMayResetPassword } from '../domain/sign-in-email.js';
import { ResendVerificationForm, statusOf, VerificationForm } from './account.form.js';
import { afterPassword } from './second-factor/after-password.js';

export interface VerificationPage {
  readonly form: FormView<VerificationForm>;
  readonly token: string;
  readonly next: string | null;
  /** The address that is verified; `null` where the link is used or too old. */
  readonly email: string | null;
  /** Whether whoever reads the mailbox may choose a new password. */
  readonly mayReset: boolean;
}

const page = definePage<VerificationPage>('accounts/email-verification');

/** Mail scanners open links, so opening one only shows the form that uses it. */
@Controller('email-verification')
@OpenToAll()
export class EmailVerificationController {
  constructor(
    private readonly verifyEmail: VerifyEmail,
    private readonly resendVerification: ResendVerification,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post()
  again(@CurrentContext() context: RequestContext, @Body() body: unknown): Promise<Page | SeeOther> {
    const next = nextOf(body);
    const signIn = next === null ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;
    return answerForm(readForm(ResendVerificationForm, body, this.clock.today()), {
      act: ({ email }) => this.resendVerification.execute(email, next, context.ip),
      done: (wait, { email }) => {
        if (wait > 0) throw new TooMany(wait);
        return seeOther(signIn, flash('account.verificationSent', { email }));
      },
      again: () =>
        page({ form: formView(VerificationForm, context.translator), token: '', next, email: null, mayReset: false }),
    });
  }

  @Get(':token')
  show(
    @CurrentContext() context: RequestContext,
    @Param('token') token: string,
    @Query('next', QueryText) next?: string,
  ): Promise<Page> {
    return this.page(context, { token, next: next ?? null });
  }

  @Post(':token')
  verify(
    @CurrentContext() context: RequestContext,
    @Param('token') token: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page | SeeOther> {
    const next = nextOf(body);
    const browser = request.headers['user-agent'] ?? '';
    return answerForm(readForm(VerificationForm, body, this.clock.today()), {
      act: ({ password }) => this.verifyEmail.execute({ token, password, ip: context.ip, browser }),
      done: (outcome) =>
        afterPassword({ request, reply, config: this.config }, outcome, {
          next,
          notice: flash('account.emailVerified'),
        }),
      again: (filling) => this.page(context, { token, next }, { ...filling, typed: { password: '' } }),
    });
  }

  private async page(
    { translator }: RequestContext,
    { token, next }: Pick<VerificationPage, 'token' | 'next'>,
    filling: FormState = {},
  ): Promise<Page> {
    const form = formView(VerificationForm, translator, filling);
    const waiting = await accountToVerify(this.reads.query, token, this.clock.now());
    const mayReset = waiting !== null && mailboxMayResetPassword(waiting);
    return page({ form, token, next, email: waiting?.email ?? null, mayReset }, statusOf(filling));
  }
}

function nextOf(body: unknown): string | null {
  const next = textOf((body as { next?: unknown } | null)?.next);
  return next === '' ? null : pathWithin(next);
}
