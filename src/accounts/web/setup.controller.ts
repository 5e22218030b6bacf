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
} from '../../platform/index.js';
import { AcademyProfile } from '../actions/academy-profile.js';
import { FoundAcademy } from '../actions/found-academy.js';
import { SHORTEST_PASSWORD } from '../actions/passwords.js';
import { SignIn } from '../actions/sign-in.js';
import { SetupForm } from './account.form.js';
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
    return this.profile.current()
      ? seeOther('/sign-in')
      : page({ form: formView(SetupForm, context.translator), shortest: SHORTEST_PASSWORD });
  }

  @Post()
  async found(
    @CurrentContext() context: RequestContext,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page | SeeOther> {
    const read = readForm(SetupForm, body, this.clock.today());
    const typed = { ...read.typed, password: '' };
    if (!read.ok)
      return page(
        { form: formView(SetupForm, context.translator, { ...read, typed }), shortest: SHORTEST_PASSWORD },
        422,
      );
    const outcome = await this.foundAcademy.execute({ ...read.form, language: context.language }, context.ip);
    if (isRefused(outcome))
      return page(
        {
          form: formView(SetupForm, context.translator, { typed, refusals: outcome.reasons }),
          shortest: SHORTEST_PASSWORD,
        },
        422,
      );
    const { email, password } = read.form;
    const signedIn = await this.signIn.execute({
      email,
      password,
      ip: context.ip,
      browser: request.headers['user-agent'] ?? '',
    });
    if (!isRefused(signedIn)) keepSession(reply, signedIn.token, this.config);
    return seeOther('/office', flash('setup.done'));
  }
}
