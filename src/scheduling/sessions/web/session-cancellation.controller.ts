import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  formView,
  type FormView,
  isRefused,
  flash,
  type Page,
  readForm,
  seeOther,
  type SeeOther,
  type RequestContext,
  IdParam,
} from '../../../platform/index.js';
import { CancellationForm, type SessionView } from '../../core/index.js';
import { CancelSession } from '../actions/cancel-session.js';
import { SessionPages, sessionsAt } from './session.page.js';

export interface CancellationPage {
  readonly session: SessionView;
  readonly form: FormView<CancellationForm>;
  readonly told: number;
}

const cancellationPage = definePage<CancellationPage>('scheduling/sessions/cancellation');

/** A session is cancelled, with a reason that its people read. */
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
    const known = await this.pages.known(id);
    const form = formView(CancellationForm, context.translator, {
      typed: { sequence: String(known.session.sequence) },
    });
    return cancellationPage(await this.pages.around(context, known, { form }));
  }

  @Post('cancellation')
  async cancel(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const known = await this.pages.known(id);
    const read = readForm(CancellationForm, body, this.clock.today());
    if (!read.ok)
      return cancellationPage(
        await this.pages.around(context, known, { form: formView(CancellationForm, context.translator, read) }),
        422,
      );
    const outcome = await this.cancelSession.execute(
      context.actor,
      [{ sessionId: id, seenSequence: read.form.sequence }],
      read.form.reason,
    );
    if (!isRefused(outcome))
      return seeOther(
        sessionsAt(known),
        flash('session.cancelled', { number: known.session.number, count: outcome.told }),
      );
    const form = formView(CancellationForm, context.translator, {
      typed: { ...read.typed, sequence: String(known.session.sequence) },
      refusals: outcome.reasons,
    });
    return cancellationPage(await this.pages.around(context, known, { form }), 422);
  }
}
