import { Body, Controller, Get, Post } from '@nestjs/common';
import {
  answerForm,
  Clock,
  CurrentContext,
  definePage,
  type FormState,
  type FormView,
  formView,
  type Page,
  readForm,
  type RequestContext,
} from '../../../platform/index.js';
import { RenewRecoveryCodes } from '../../actions/second-factor/renew-recovery-codes.js';
import { statusOf } from '../account.form.js';
import { Requires } from '../requires.js';
import { recoveryCodesPage } from './recovery-codes.page.js';
import { OwnPasswordForm } from './second-factor.form.js';

export interface RenewRecoveryCodesPage {
  readonly form: FormView<OwnPasswordForm>;
}

const page = definePage<RenewRecoveryCodesPage>('accounts/second-factor/new-recovery-codes');

@Controller('my/account/security/recovery-codes')
@Requires('account.own')
export class RecoveryCodesController {
  constructor(
    private readonly renewRecoveryCodes: RenewRecoveryCodes,
    private readonly clock: Clock,
  ) {}

  @Get()
  show(@CurrentContext() context: RequestContext): Page {
    return pageOf(context);
  }

  @Post()
  renew(@CurrentContext() context: RequestContext, @Body() body: unknown): Promise<Page> {
    const { actor } = context;
    return answerForm(readForm(OwnPasswordForm, body, this.clock.today()), {
      act: ({ password }) => this.renewRecoveryCodes.execute({ ...actor, id: actor.id! }, password),
      done: ({ recoveryCodes }) => recoveryCodesPage(recoveryCodes, 'renewed').withStatus(201),
      again: (filling) => pageOf(context, { ...filling, typed: {} }),
    });
  }
}

function pageOf({ translator }: RequestContext, filling: FormState = {}): Page {
  return page({ form: formView(OwnPasswordForm, translator, filling) }, statusOf(filling));
}
