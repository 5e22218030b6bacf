import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  formView,
  type FormView,
  flash,
  type Page,
  readForm,
  seeOther,
  type SeeOther,
  type RequestContext,
  IdParam,
  answerForm,
  type FormState,
} from '../../../platform/index.js';
import { CancellationForm } from '../../core/index.js';
import { CancelSession } from '../actions/cancel-session.js';
import { type AroundForm, type SessionWithCohort, SessionPages, sessionsAt } from './session.page.js';

export interface CancellationPage extends AroundForm {
  readonly form: FormView<CancellationForm>;
}

const cancellationPage = definePage<CancellationPage>('scheduling/sessions/cancellation');

/** Cancels a session; trainees and instructors see the reason. */
@Controller('office/sessions/:id')
@Requires('session.schedule')
export class SessionCancellationController {
  constructor(
    private readonly pages: SessionPages,
    private readonly cancelSession: CancelSession,
    private readonly clock: Clock,
  ) {}

  @Get('cancellation')
  async cancellable(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page> {
    const target = await this.pages.load(id);
    return this.page(context, target, { typed: { sequence: String(target.session.sequence) } });
  }

  @Post('cancellation')
  async cancel(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const target = await this.pages.load(id);
    return answerForm(readForm(CancellationForm, body, this.clock.today()), {
      act: ({ sequence, reason }) =>
        this.cancelSession.execute(context.actor, [{ sessionId: id, seenSequence: sequence }], reason),
      done: ({ recipients }) =>
        seeOther(sessionsAt(target), flash('session.cancelled', { number: target.session.number, count: recipients })),
      again: ({ typed, faults, refusals = [] }) =>
        this.page(
          context,
          target,
          faults ? { typed, faults } : { typed: { ...typed, sequence: String(target.session.sequence) }, refusals },
        ),
    });
  }

  private async page(context: RequestContext, target: SessionWithCohort, filling: FormState): Promise<Page> {
    const form = formView(CancellationForm, context.translator, filling);
    return cancellationPage(await this.pages.around(context, target, { form }));
  }
}
