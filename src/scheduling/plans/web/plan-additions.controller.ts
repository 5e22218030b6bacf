import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  found,
  type Page,
  readForm,
  seeOther,
  type SeeOther,
  type RequestContext,
  IdParam,
  answerForm,
  flash,
} from '../../../platform/index.js';
import { slotIn, SessionForm, TimetableReader, typedOf } from '../../core/index.js';
import { PlacePlannedChange } from '../actions/place-planned-change.js';
import { type LinePage, PlanLines } from './plan-changes.page.js';

const linePage = definePage<LinePage>('scheduling/plans/line');

/** The slot of a session that an open plan adds. Changes of existing sessions are edited on the page of the session. */
@Controller('office/plans/:id')
@Requires('session.schedule')
export class PlanAdditionsController {
  constructor(
    private readonly lines: PlanLines,
    private readonly timetable: TimetableReader,
    private readonly placeChange: PlacePlannedChange,
    private readonly clock: Clock,
  ) {}

  @Get('changes/:change')
  async edit(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @IdParam('change') changeId: string,
  ): Promise<Page | SeeOther> {
    const [plan, line] = [await this.lines.plan(id), await this.lines.line(id, changeId)];
    if (line.sessionId !== null) return seeOther(`/office/plans/${id}/sessions/${line.sessionId}`);
    return linePage(
      await this.lines.ofNewSession(context, { plan, line, typed: line.wanted ? typedOf(line.wanted, null) : {} }),
    );
  }

  @Post('changes/:change')
  async place(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @IdParam('change') changeId: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const [plan, line] = [await this.lines.plan(id), await this.lines.line(id, changeId)];
    const cohort = found(await this.timetable.cohort(line.cohort));
    return answerForm(readForm(SessionForm, body, this.clock.today()), {
      act: (form) => this.placeChange.execute(context.actor, { planId: id, changeId }, slotIn(form, cohort)),
      done: () => seeOther(`/office/plans/${id}`, flash('plan.kept')),
      again: async (filled) => linePage(await this.lines.ofNewSession(context, { plan, line, ...filled })),
    });
  }
}
