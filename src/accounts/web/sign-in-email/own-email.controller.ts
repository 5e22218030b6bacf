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
import { RequestEmailChange } from '../../actions/sign-in-email/request-email-change.js';
import { statusOf } from '../account.form.js';
import { Requires } from '../requires.js';
import { ChangeEmailForm } from './email.form.js';

export interface OwnEmailPage {
  readonly form: FormView<ChangeEmailForm>;
}

const page = definePage<OwnEmailPage>('accounts/sign-in-email/new');

@Controller('my/account/email')
@Requires('account.own')
export class OwnEmailController {
  constructor(
    private readonly requestEmailChange: RequestEmailChange,
    private readonly clock: Clock,
  ) {}

  @Get()
  show(@CurrentContext() context: RequestContext): Page {
    return pageOf(context);
  }

  @Post()
  ask(@CurrentContext() context: RequestContext, @Body() body: unknown): Promise<Page | SeeOther> {
    const { actor } = context;
    return answerForm(readForm(ChangeEmailForm, body, this.clock.today()), {
      act: (form) => this.requestEmailChange.execute({ ...actor, id: actor.id! }, form),
      done: ({ email }) => seeOther('/my/account', flash('account.emailChangeSent', { email }, 'info')),
      // A page never shows a typed password again.
      again: (filling) => pageOf(context, { ...filling, typed: { ...filling.typed, password: '' } }),
    });
  }
}

function pageOf({ translator }: RequestContext, filling: FormState = {}): Page {
  return page({ form: formView(ChangeEmailForm, translator, filling) }, statusOf(filling));
}
