import { Body, Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  Clock,
  CONFIG,
  type Config,
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
  type RequestContext,
  answerForm,
  type FormState,
} from '../../platform/index.js';
import { AcademyProfile } from '../actions/academy-profile.js';
import { FoundAcademy } from '../actions/found-academy.js';
import { SHORTEST_PASSWORD } from '../actions/passwords.js';
import { SignIn } from '../actions/sign-in.js';
import { SetupForm } from './account.form.js';
import { browserOf } from './known-browser.js';
import { keepSession } from './session-cookie.js';

const page = definePage<{ readonly form: FormView<SetupForm>; readonly shortest: number }>('accounts/setup');

@Controller('setup')
@OpenToAll()
export class SetupController {
  constructor(
    private readonly foundAcademy: FoundAcademy,
    private readonly profile: AcademyProfile,
    private readonly signIn: SignIn,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  show(@CurrentContext() context: RequestContext): Page | SeeOther {
    return this.profile.current() ? seeOther('/sign-in') : pageOf(context);
  }

  @Post()
  found(
    @CurrentContext() context: RequestContext,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page | SeeOther> {
    return answerForm(readForm(SetupForm, body, this.clock.today()), {
      act: (form) => this.foundAcademy.execute({ ...form, language: context.language }, context.ip),
      done: async (_, { email, password }) => {
        const signedIn = await this.signIn.execute({ email, password, ip: context.ip, ...browserOf(request) });
        if (!isRefused(signedIn) && 'token' in signedIn) keepSession({ request, reply }, signedIn, this.config);
        return seeOther('/office', flash('setup.done'));
      },
      again: (filling) => pageOf(context, { ...filling, typed: { ...filling.typed, password: '' } }),
    });
  }
}

function pageOf({ translator }: RequestContext, filling: FormState = {}): Page {
  return page({ form: formView(SetupForm, translator, filling), shortest: SHORTEST_PASSWORD });
}
