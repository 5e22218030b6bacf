import { Body, Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  answerForm,
  Clock,
  CONFIG,
  type Config,
  CurrentContext,
  definePage,
  type FormState,
  type FormView,
  formView,
  OpenToAll,
  type Page,
  pathWithin,
  QueryText,
  ReadDatabase,
  readForm,
  type RequestContext,
  type SeeOther,
  textOf,
} from '../../../platform/index.js';
import type { TypedCode } from '../../actions/second-factor/accept-code.js';
import { CompleteSignIn } from '../../actions/second-factor/complete-sign-in.js';
import type { SessionBegun } from '../../actions/second-factor/begin-sign-in.js';
import { pendingSignIn } from '../../data/second-factor/pending-sign-ins.js';
import { statusOf } from '../account.form.js';
import { browserOf } from '../known-browser.js';
import { afterPassword } from './after-password.js';
import { dropPendingSignIn, pendingTokenOf } from './pending-cookie.js';
import { CodeForm, RecoveryCodeForm } from './second-factor.form.js';

interface SignInStep {
  /** Whose sign-in waits; `null`: none does, or not any more. */
  readonly email: string | null;
  readonly next: string | null;
}

export type SignInCodePage = SignInStep & { readonly form: FormView<CodeForm> };
export type SignInRecoveryPage = SignInStep & { readonly form: FormView<RecoveryCodeForm> };

const codePage = definePage<SignInCodePage>('accounts/second-factor/sign-in-code');
const recoveryPage = definePage<SignInRecoveryPage>('accounts/second-factor/sign-in-recovery');

interface Http {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** The second step of a sign-in. */
@Controller('sign-in')
@OpenToAll()
export class SignInCodeController {
  constructor(
    private readonly completeSignIn: CompleteSignIn,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('code')
  async showCode(
    @CurrentContext() { translator }: RequestContext,
    @Req() request: FastifyRequest,
    @Query('next', QueryText) next?: string,
  ): Promise<Page> {
    return codePage({ form: formView(CodeForm, translator), ...(await this.step(request, next ?? '')) });
  }

  @Post('code')
  enterCode(
    @CurrentContext() { translator }: RequestContext,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page | SeeOther> {
    return answerForm(readForm(CodeForm, body, this.clock.today()), {
      act: ({ code }) => this.enter(request, { code }),
      done: (begun) => this.signedIn({ request, reply }, begun, body),
      again: async (filling) => {
        const form = formView(CodeForm, translator, withoutCode(filling));
        return codePage({ form, ...(await this.step(request, nextIn(body))) }, statusOf(filling));
      },
    });
  }

  @Get('recovery-code')
  async showRecovery(
    @CurrentContext() { translator }: RequestContext,
    @Req() request: FastifyRequest,
    @Query('next', QueryText) next?: string,
  ): Promise<Page> {
    return recoveryPage({ form: formView(RecoveryCodeForm, translator), ...(await this.step(request, next ?? '')) });
  }

  @Post('recovery-code')
  enterRecovery(
    @CurrentContext() { translator }: RequestContext,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page | SeeOther> {
    return answerForm(readForm(RecoveryCodeForm, body, this.clock.today()), {
      act: ({ recoveryCode }) => this.enter(request, { recoveryCode }),
      done: (begun) => this.signedIn({ request, reply }, begun, body),
      again: async (filling) => {
        const form = formView(RecoveryCodeForm, translator, withoutCode(filling));
        return recoveryPage({ form, ...(await this.step(request, nextIn(body))) }, statusOf(filling));
      },
    });
  }

  private enter(request: FastifyRequest, typed: TypedCode): ReturnType<CompleteSignIn['execute']> {
    return this.completeSignIn.execute(pendingTokenOf(request), typed, browserOf(request));
  }

  private signedIn(http: Http, begun: SessionBegun, body: unknown): SeeOther {
    dropPendingSignIn(http.reply);
    const next = nextIn(body);
    return afterPassword({ ...http, config: this.config }, begun, { next: next === '' ? null : pathWithin(next) });
  }

  private async step(request: FastifyRequest, next: string): Promise<SignInStep> {
    const pending = await pendingSignIn(this.reads.query, pendingTokenOf(request), this.clock.now());
    return { email: pending?.email ?? null, next: next === '' ? null : next };
  }
}

/** A page never shows a typed code again. */
function withoutCode(filling: FormState): FormState {
  return { ...filling, typed: {} };
}

function nextIn(body: unknown): string {
  return textOf((body as { next?: unknown } | null)?.next);
}
