import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  AN_HOUR,
  CurrentContext,
  definePage,
  flash,
  OpenToAll,
  type Page,
  pathWithin,
  seeOther,
  type SeeOther,
  TooMany,
  Throttle,
  QueryText,
  type RequestContext,
  answerAct,
} from '../../platform/index.js';
import { ResendVerification } from '../actions/resend-verification.js';
import { VerifyEmail } from '../actions/verify-email.js';
import { homeOf } from '../domain/roles.js';
import { Requires } from './requires.js';

export interface VerificationPage {
  readonly token: string;
  readonly next: string | null;
  readonly refusal: string | null;
}

const page = definePage<VerificationPage>('accounts/email-verification');
const AGAIN = { name: 'verification-again', most: 5, within: AN_HOUR };

/** Mail scanners open links, so opening one only shows the button that uses it. */
@Controller('email-verification')
export class EmailVerificationController {
  constructor(
    private readonly verifyEmail: VerifyEmail,
    private readonly resendVerification: ResendVerification,
    private readonly throttle: Throttle,
  ) {}

  @Post()
  @Requires('account.own')
  async again(@CurrentContext() context: RequestContext): Promise<SeeOther> {
    const id = context.actor.id!;
    const wait = await this.throttle.hit(AGAIN, id);
    if (wait > 0) throw new TooMany(wait);
    await this.resendVerification.execute({ ...context.actor, id });
    return seeOther(homeOf(context.actor.roles), flash('account.verificationSent', { email: context.actor.email }));
  }

  @Get(':token')
  @OpenToAll()
  show(@Param('token') token: string, @Query('next', QueryText) next?: string): Page {
    return page({ token, next: next ?? null, refusal: null });
  }

  @Post(':token')
  @OpenToAll()
  async verify(
    @CurrentContext() context: RequestContext,
    @Param('token') token: string,
    @Body() body: { next?: unknown } | null,
  ): Promise<Page | SeeOther> {
    const next = typeof body?.next === 'string' && body.next !== '' ? pathWithin(body.next) : null;
    return answerAct(await this.verifyEmail.execute(context.actor, token), {
      done: () =>
        seeOther(
          context.actor.id === null
            ? `/sign-in?next=${encodeURIComponent(next ?? '/my/training')}`
            : (next ?? homeOf(context.actor.roles)),
          flash('account.emailVerified'),
        ),
      again: () => page({ token, next, refusal: context.translator.t('refusal.linkUsedOrExpired') }),
    });
  }
}
