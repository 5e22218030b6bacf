import { Body, Controller, Get, Post } from '@nestjs/common';
import {
  Clock,
  CurrentContext,
  definePage,
  type FormView,
  formView,
  flash,
  type Page,
  readForm,
  ReadDatabase,
  seeOther,
  type SeeOther,
  type RequestContext,
  answerForm,
  type Filling,
} from '../../platform/index.js';
import { ChangePassword } from '../actions/change-password.js';
import { SHORTEST_PASSWORD } from '../actions/passwords.js';
import { webSessionsOf } from '../data/own-account.js';
import { ChangePasswordForm, statusOf } from './account.form.js';
import { Requires } from './requires.js';

export interface OwnAccountPage {
  readonly form: FormView<ChangePasswordForm>;
  readonly shortest: number;
  readonly browsers: readonly { readonly browser: string; readonly since: number; readonly isThis: boolean }[];
}

const page = definePage<OwnAccountPage>('accounts/own');

@Controller('my/account')
@Requires('account.own')
export class OwnAccountController {
  constructor(
    private readonly changePassword: ChangePassword,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@CurrentContext() context: RequestContext): Promise<Page> {
    return page(await this.model(context));
  }

  @Post('password')
  async change(@CurrentContext() context: RequestContext, @Body() body: unknown): Promise<Page | SeeOther> {
    return answerForm(readForm(ChangePasswordForm, body, this.clock.today()), {
      act: (form) =>
        this.changePassword.execute(
          { ...context.actor, id: context.actor.id! },
          { ...form, keepSession: context.sessionId ?? '' },
        ),
      done: () => seeOther('/my/account', flash('account.passwordChanged')),
      again: async (filling) =>
        page(await this.model(context, { ...filling, typed: { old: '', fresh: '' } }), statusOf(filling)),
    });
  }

  private async model(context: RequestContext, filling: Filling = {}): Promise<OwnAccountPage> {
    const { query } = this.reads;
    const id = context.actor.id!;
    const sessions = await webSessionsOf(query, id, this.clock.now());
    return {
      form: formView(ChangePasswordForm, context.translator, filling),
      shortest: SHORTEST_PASSWORD,
      browsers: sessions.map(({ fingerprint, browser, since }) => ({
        browser,
        since,
        isThis: fingerprint === context.sessionId,
      })),
    };
  }
}
