import { Body, Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AcademyProfile, BeginSession, homeOf, keepSession, SHORTEST_PASSWORD } from '../../accounts/index.js';
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
  type RequestContext,
  answerForm,
} from '../../platform/index.js';
import { SignUp } from '../actions/sign-up.js';
import { SignUpForm } from './trainee.form.js';

export interface SignUpPage {
  readonly form: FormView<SignUpForm>;
  /** Path of this site to continue to. */
  readonly next: string | null;
  readonly shortest: number;
  readonly consentText: string;
}

const page = definePage<SignUpPage>('trainees/sign-up/new');
const sentPage = definePage<{ readonly email: string; readonly next: string | null }>('trainees/sign-up/sent');

@Controller('sign-up')
@OpenToAll()
export class SignUpController {
  constructor(
    private readonly signUp: SignUp,
    private readonly beginSession: BeginSession,
    private readonly profile: AcademyProfile,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  show(@CurrentContext() context: RequestContext, @Query('next') next?: unknown): Page | SeeOther {
    if (context.actor.id !== null) return seeOther(nextOf(next) ?? homeOf(context.actor.roles));
    return page(this.model(context, formView(SignUpForm, context.translator), nextOf(next)));
  }

  @Post()
  async begin(
    @CurrentContext() context: RequestContext,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page | SeeOther> {
    const next = nextOf((body as { next?: unknown } | null)?.next);
    return answerForm(readForm(SignUpForm, body, this.clock.today()), {
      act: ({ name, latinName, email, password }) =>
        this.signUp.execute({ name, latinName, email, password, language: context.language, ip: context.ip, next }),
      done: async (outcome, { email }) => {
        if (outcome.known) return sentPage({ email, next });
        const token = await this.beginSession.execute(
          { id: outcome.accountId, name: outcome.name, email, roles: ['trainee'] },
          request.headers['user-agent'] ?? '',
        );
        keepSession(reply, token, this.config);
        return seeOther(next ?? '/my/training', flash('signUp.done', { email }));
      },
      again: (filling) => {
        const form = formView(SignUpForm, context.translator, {
          ...filling,
          typed: { ...filling.typed, password: '' },
        });
        const isThrottled = filling.refusals?.some(({ code }) => code === 'tooManySignUps');
        return page(this.model(context, form, next), isThrottled ? 429 : undefined);
      },
    });
  }

  private model(context: RequestContext, form: FormView<SignUpForm>, next: string | null): SignUpPage {
    const academy = this.profile.current();
    const name = (context.language === 'en' ? academy?.nameEn : academy?.nameZh) ?? '';
    return {
      form,
      next,
      shortest: SHORTEST_PASSWORD,
      consentText: context.translator.t('signUp.consent', { academy: name }),
    };
  }
}

function nextOf(typed: unknown): string | null {
  return typeof typed === 'string' && typed !== '' ? pathWithin(typed) : null;
}
