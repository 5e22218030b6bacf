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
} from '../../../platform/index.js';
import { CancellationForm, slotIn, slotOfRow, SessionForm, TimetableReader, typedOf } from '../../core/index.js';
import { PutPlannedChange } from '../actions/put-planned-change.js';
import { PlanReader } from '../data/plan-reader.js';
import { kept, refusedOf } from './plan-answers.js';
import { type LinePage, PlanLines } from './plan-changes.page.js';

const linePage = definePage<LinePage>('scheduling/plans/line');

/** A session of the timetable is given another place in an open plan, or cancelled in it. */
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
    const read = readForm(SessionForm, body, this.clock.today());
    if (!read.ok)
      return linePage(
        await this.lines.ofSession(context, { plan, session, typed: read.typed, faults: read.faults }),
        422,
      );
    const cohort = found(await this.timetable.cohort(session.cohort));
    const kind = session.state === 'cancelled' ? 'restore' : 'move';
    const outcome = await this.putChange.execute(context.actor, id, {
      kind,
      sessionId,
      seenSequence: read.form.sequence,
      place: slotIn(read.form, cohort),
    });
    return (
      kept(outcome, id) ??
      linePage(
        await this.lines.ofSession(context, { plan, session, typed: read.typed, ...refusedOf(context, outcome) }),
        422,
      )
    );
  }

  @Post('sessions/:session/cancellation')
  async cancel(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @IdParam('session') sessionId: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const [plan, session] = [await this.lines.plan(id), await this.lines.session(sessionId)];
    const read = readForm(CancellationForm, body, this.clock.today());
    const typed = typedOf(slotOfRow(session), session.sequence);
    if (!read.ok)
      return linePage(
        {
          ...(await this.lines.ofSession(context, { plan, session, typed })),
          cancellation: formView(CancellationForm, context.translator, read),
        },
        422,
      );
    const outcome = await this.putChange.execute(context.actor, id, {
      kind: 'cancel',
      sessionId,
      seenSequence: read.form.sequence,
      reason: read.form.reason,
    });
    return (
      kept(outcome, id) ??
      linePage(await this.lines.ofSession(context, { plan, session, typed, ...refusedOf(context, outcome) }), 422)
    );
  }
}
