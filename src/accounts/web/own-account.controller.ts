import { Body, Controller, Get, Post } from '@nestjs/common';
import {
  Clock,
  CurrentContext,
  definePage,
  type FormView,
  formView,
  isRefused,
  flash,
  type Page,
  readForm,
  ReadDatabase,
  seeOther,
  type SeeOther,
  type RequestContext,
} from '../../platform/index.js';
import { ChangePassword } from '../actions/change-password.js';
import { SHORTEST_PASSWORD } from '../actions/passwords.js';
import { emailIsVerified, webSessionsOf } from '../data/own-account.js';
import { ChangePasswordForm } from './account.form.js';
import { Requires } from './requires.js';

export interface OwnAccountPage {
  readonly form: FormView<ChangePasswordForm>;
  readonly shortest: number;
  readonly verified: boolean;
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
    return page(await this.model(context, formView(ChangePasswordForm, context.translator)));
  }

  @Post('password')
  async change(@CurrentContext() context: RequestContext, @Body() body: unknown): Promise<Page | SeeOther> {
    const read = readForm(ChangePasswordForm, body, this.clock.today());
    const typed = { old: '', fresh: '' };
    if (!read.ok)
      return page(await this.model(context, formView(ChangePasswordForm, context.translator, { ...read, typed })), 422);
    const outcome = await this.changePassword.execute(
      { ...context.actor, id: context.actor.id! },
      { ...read.form, keepSession: context.sessionId ?? '' },
    );
    if (isRefused(outcome))
      return page(
        await this.model(
          context,
          formView(ChangePasswordForm, context.translator, { typed, refusals: outcome.reasons }),
        ),
        422,
      );
    return seeOther('/my/account', flash('account.passwordChanged'));
  }

  private async model(context: RequestContext, form: FormView<ChangePasswordForm>): Promise<OwnAccountPage> {
    const { query } = this.reads;
    const id = context.actor.id!;
    const sessions = await webSessionsOf(query, id, this.clock.now());
    return {
      form,
      shortest: SHORTEST_PASSWORD,
      verified: await emailIsVerified(query, id),
      browsers: sessions.map(({ fingerprint, browser, since }) => ({
        browser,
        since,
        isThis: fingerprint === context.sessionId,
      })),
    };
  }
}
