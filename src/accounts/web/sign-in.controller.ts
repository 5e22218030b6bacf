import { Body, Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
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
  pathWithin,
  readForm,
  seeOther,
  type SeeOther,
  QueryText,
  type RequestContext,
  answerForm,
} from '../../platform/index.js';
import { EndSessions } from '../actions/end-sessions.js';
import { SignIn } from '../actions/sign-in.js';
import { homeOf } from '../domain/roles.js';
import { SignInForm, statusOf } from './account.form.js';
import { browserOf } from './known-browser.js';
import { afterPassword } from './second-factor/after-password.js';
import { dropSession } from './session-cookie.js';

export interface SignInPage {
  readonly form: FormView<SignInForm>;
  readonly next: string | null;
  /** The address that must be verified before its account signs in; `null` where nothing is to be sent. */
  readonly unverified: string | null;
}

const page = definePage<SignInPage>('accounts/sign-in');

@Controller()
@OpenToAll()
export class SignInController {
  constructor(
    private readonly signIn: SignIn,
    private readonly endSessions: EndSessions,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('sign-in')
  show(@CurrentContext() context: RequestContext, @Query('next', QueryText) next?: string): Page | SeeOther {
    if (context.actor.id !== null) return seeOther(next ? pathWithin(next) : homeOf(context.actor.roles));
    return page({ form: formView(SignInForm, context.translator), next: next ?? null, unverified: null });
  }

  @Post('sign-in')
  begin(
    @CurrentContext() context: RequestContext,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page | SeeOther> {
    const next = nextOf(body);
    return answerForm(readForm(SignInForm, body, this.clock.today()), {
      act: (form) => this.signIn.execute({ ...form, ip: context.ip, ...browserOf(request) }),
      done: (outcome) =>
        afterPassword({ request, reply, config: this.config }, outcome, {
          next: next === null ? null : pathWithin(next),
        }),
      // A page never shows a typed password again.
      again: ({ typed, ...filling }) => {
        const form = formView(SignInForm, context.translator, { ...filling, typed: { ...typed, password: '' } });
        const isUnverified = filling.refusals?.some(({ code }) => code === 'verifyBeforeSignIn');
        return page({ form, next, unverified: isUnverified ? form.email.value : null }, statusOf(filling));
      },
    });
  }

  @Post('sign-out')
  async end(
    @CurrentContext() context: RequestContext,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SeeOther> {
    const { actor, sessionId } = context;
    if (sessionId !== null) await this.endSessions.execute({ ...actor, id: actor.id! }, { one: sessionId });
    dropSession(reply);
    return seeOther('/', flash('account.signedOut'));
  }
}

function nextOf(body: unknown): string | null {
  const next = (body as { next?: unknown } | null)?.next;
  return typeof next === 'string' && next !== '' ? next : null;
}
