import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  formView,
  found,
  type Page,
  readForm,
  type SeeOther,
  type RequestContext,
  IdParam,
  answerForm,
  flash,
  seeOther,
} from '../../../platform/index.js';
import { CancellationForm, slotIn, slotOfRow, SessionForm, TimetableReader, typedOf } from '../../core/index.js';
import { PutPlannedChange } from '../actions/put-planned-change.js';
import { PlanReader } from '../data/plan-reader.js';
import { type LinePage, PlanLines } from './plan-changes.page.js';

const linePage = definePage<LinePage>('scheduling/plans/line');

/** Changes or cancels a session within an open plan. */
@Controller('office/plans/:id')
@Requires('session.schedule')
export class PlanSessionsController {
  constructor(
    private readonly lines: PlanLines,
    private readonly plans: PlanReader,
    private readonly timetable: TimetableReader,
    private readonly putChange: PutPlannedChange,
    private readonly clock: Clock,
  ) {}

  @Get('sessions/:session')
  async blank(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @IdParam('session') sessionId: string,
  ): Promise<Page> {
    const [plan, session] = [await this.lines.plan(id), await this.lines.session(sessionId)];
    const line = (await this.plans.lines(id)).find((one) => one.sessionId === sessionId);
    return linePage(
      await this.lines.ofSession(context, {
        plan,
        session,
        typed: typedOf(line?.wanted ?? slotOfRow(session), session.sequence),
      }),
    );
  }

  @Post('sessions/:session')
  async put(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @IdParam('session') sessionId: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const [plan, session] = [await this.lines.plan(id), await this.lines.session(sessionId)];
    const cohort = found(await this.timetable.cohort(session.cohort));
    return answerForm(readForm(SessionForm, body, this.clock.today()), {
      act: (form) =>
        this.putChange.execute(context.actor, id, {
          kind: session.state === 'cancelled' ? 'restore' : 'move',
          sessionId,
          seenSequence: form.sequence,
          slot: slotIn(form, cohort),
        }),
      done: () => seeOther(`/office/plans/${id}`, flash('plan.kept')),
      again: async (filled) => linePage(await this.lines.ofSession(context, { plan, session, ...filled })),
    });
  }

  @Post('sessions/:session/cancellation')
  async cancel(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @IdParam('session') sessionId: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const [plan, session] = [await this.lines.plan(id), await this.lines.session(sessionId)];
    const typed = typedOf(slotOfRow(session), session.sequence);
    return answerForm(readForm(CancellationForm, body, this.clock.today()), {
      act: ({ sequence, reason }) =>
        this.putChange.execute(context.actor, id, { kind: 'cancel', sessionId, seenSequence: sequence, reason }),
      done: () => seeOther(`/office/plans/${id}`, flash('plan.kept')),
      again: async ({ refusals, ...filling }) => {
        const shown = await this.lines.ofSession(context, { plan, session, typed, ...(refusals && { refusals }) });
        return linePage({ ...shown, cancellation: formView(CancellationForm, context.translator, filling) });
      },
    });
  }
}
