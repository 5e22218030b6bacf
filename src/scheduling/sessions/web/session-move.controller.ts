import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  isRefused,
  flash,
  type Page,
  readForm,
  seeOther,
  type SeeOther,
  type RequestContext,
  IdParam,
} from '../../../platform/index.js';
import { SlotFindings, slotIn, SessionForm, SessionForms } from '../../core/index.js';
import { MoveSession } from '../actions/move-session.js';
import { OPEN_PLANS, type OpenPlan, type OpenPlans } from './open-plans.js';
import { type RestorationPage, SessionPages, sessionsAt } from './session.page.js';

export interface MovePage extends RestorationPage {
  /** Open draft plans that the move may be put into instead. */
  readonly plans: readonly OpenPlan[];
}

const movePage = definePage<MovePage>('scheduling/sessions/move');

/** A session is given another time, room or instructor, now or in an open plan. */
@Controller('office/sessions/:id')
@Requires('session.schedule')
export class SessionMoveController {
  constructor(
    private readonly pages: SessionPages,
    private readonly forms: SessionForms,
    private readonly findings: SlotFindings,
    @Inject(OPEN_PLANS) private readonly plans: OpenPlans,
    private readonly moveSession: MoveSession,
    private readonly clock: Clock,
  ) {}

  @Get('move')
  async movable(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Page> {
    return movePage(
      await this.withPlans(await this.pages.standing(context, await this.pages.known(id), { query, noun: 'move' })),
    );
  }

  @Post('move')
  async move(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const known = await this.pages.known(id);
    const read = readForm(SessionForm, body, this.clock.today());
    if (!read.ok)
      return movePage(
        await this.withPlans(
          await this.pages.around(context, known, await this.forms.view(context, known.cohort, read)),
        ),
        422,
      );
    const place = slotIn(read.form, known.cohort);
    const outcome = await this.moveSession.execute(context.actor, id, {
      place,
      seenSequence: read.form.sequence,
      overrideReason: read.form.overrideReason,
      meansClosedDay: read.form.meansClosedDay,
    });
    if (!isRefused(outcome)) {
      const shared = await this.findings.afterwards(context, known.cohort, { id, place });
      const values = { number: known.session.number, count: outcome.told };
      return seeOther(
        sessionsAt(known),
        shared === null
          ? flash('session.moved', values)
          : flash('session.moved_shared', { ...values, shared }, 'warning'),
      );
    }
    const now = await this.pages.known(id);
    const changed = outcome.reasons.some((one) => one.code === 'sessionChangedMeanwhile');
    const typed = changed ? { ...read.typed, sequence: String(now.session.sequence) } : read.typed;
    const form = await this.forms.refused(context, now.cohort, {
      id,
      place,
      page: `/office/sessions/${id}/move`,
      typed,
      refusals: outcome.reasons,
    });
    return movePage(await this.withPlans(await this.pages.around(context, now, form)), 422);
  }

  private async withPlans(page: RestorationPage): Promise<MovePage> {
    return { ...page, plans: await this.plans.forSession(page.session.id) };
  }
}
