import { Body, Controller, Get, Post } from '@nestjs/common';
import {
  answerForm,
  Clock,
  CurrentContext,
  definePage,
  type FormState,
  flash,
  type FormView,
  formView,
  type Page,
  readForm,
  type RequestContext,
  seeOther,
  type SeeOther,
} from '../../../platform/index.js';
import { BeginAuthenticator } from '../../actions/second-factor/begin-authenticator.js';
import { ConfirmAuthenticator } from '../../actions/second-factor/confirm-authenticator.js';
import { statusOf } from '../account.form.js';
import { Requires } from '../requires.js';
import { AuthenticatorPages, type EnrolmentCode } from './authenticator.page.js';
import { recoveryCodesPage } from './recovery-codes.page.js';
import { CodeForm, OwnPasswordForm } from './second-factor.form.js';

export interface AuthenticatorPage {
  readonly form: FormView<CodeForm>;
  /** `null`: none is being added, or not any more. */
  readonly enrolment: EnrolmentCode | null;
}

/** Asks for the password, before a new app is added. */
export interface NewAuthenticatorPage {
  readonly form: FormView<OwnPasswordForm>;
}

const page = definePage<AuthenticatorPage>('accounts/second-factor/authenticator');
const beginPage = definePage<NewAuthenticatorPage>('accounts/second-factor/new-authenticator');

/** Adds an authenticator app to one's own account. */
@Controller('my/account/security/authenticator')
@Requires('account.own')
export class AuthenticatorController {
  constructor(
    private readonly beginAuthenticator: BeginAuthenticator,
    private readonly confirmAuthenticator: ConfirmAuthenticator,
    private readonly pages: AuthenticatorPages,
    private readonly clock: Clock,
  ) {}

  @Get()
  show(@CurrentContext() context: RequestContext): Promise<Page> {
    return this.page(context);
  }

  @Get('new')
  showBegin(@CurrentContext() context: RequestContext): Page {
    return beginPageOf(context);
  }

  @Post('new')
  begin(@CurrentContext() context: RequestContext, @Body() body: unknown): Promise<Page | SeeOther> {
    const { actor } = context;
    return answerForm(readForm(OwnPasswordForm, body, this.clock.today()), {
      act: ({ password }) => this.beginAuthenticator.execute({ ...actor, id: actor.id! }, password),
      done: () => seeOther('/my/account/security/authenticator'),
      again: (filling) => beginPageOf(context, { ...filling, typed: {} }),
    });
  }

  @Post('confirmation')
  confirm(@CurrentContext() context: RequestContext, @Body() body: unknown): Promise<Page | SeeOther> {
    const { actor, sessionId } = context;
    return answerForm(readForm(CodeForm, body, this.clock.today()), {
      act: ({ code }) =>
        this.confirmAuthenticator.execute({ ...actor, id: actor.id! }, { code, keepSession: sessionId ?? '' }),
      done: ({ recoveryCodes }) =>
        recoveryCodes.length > 0
          ? recoveryCodesPage(recoveryCodes, 'added').withStatus(201)
          : seeOther('/my/account/security', flash('security.authenticator_replaced')),
      again: (filling) => this.page(context, { ...filling, typed: {} }),
    });
  }

  private async page(context: RequestContext, filling: FormState = {}): Promise<Page> {
    const form = formView(CodeForm, context.translator, filling);
    return page({ form, enrolment: await this.pages.enrolment(context) }, statusOf(filling));
  }
}

function beginPageOf({ translator }: RequestContext, filling: FormState = {}): Page {
  return beginPage({ form: formView(OwnPasswordForm, translator, filling) }, statusOf(filling));
}
