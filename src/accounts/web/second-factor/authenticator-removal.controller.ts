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
import { RemoveAuthenticator } from '../../actions/second-factor/remove-authenticator.js';
import { statusOf } from '../account.form.js';
import { Requires } from '../requires.js';
import { OwnPasswordForm } from './second-factor.form.js';

export interface AuthenticatorRemovalPage {
  readonly form: FormView<OwnPasswordForm>;
}

const page = definePage<AuthenticatorRemovalPage>('accounts/second-factor/removal');

@Controller('my/account/security/authenticator/removal')
@Requires('account.own')
export class AuthenticatorRemovalController {
  constructor(
    private readonly removeAuthenticator: RemoveAuthenticator,
    private readonly clock: Clock,
  ) {}

  @Get()
  show(@CurrentContext() context: RequestContext): Page {
    return pageOf(context);
  }

  @Post()
  remove(@CurrentContext() context: RequestContext, @Body() body: unknown): Promise<Page | SeeOther> {
    const { actor } = context;
    return answerForm(readForm(OwnPasswordForm, body, this.clock.today()), {
      act: ({ password }) => this.removeAuthenticator.execute({ ...actor, id: actor.id! }, password),
      done: () => seeOther('/my/account/security', flash('security.authenticator_removed')),
      again: (filling) => pageOf(context, { ...filling, typed: {} }),
    });
  }
}

function pageOf({ translator }: RequestContext, filling: FormState = {}): Page {
  return page({ form: formView(OwnPasswordForm, translator, filling) }, statusOf(filling));
}
