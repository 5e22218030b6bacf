import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  flash,
  type Page,
  readForm,
  seeOther,
  type SeeOther,
  type RequestContext,
  IdParam,
  answerForm,
} from '../../../platform/index.js';
import {
  type SessionFormState,
  SessionForm,
  SessionForms,
  type SessionSlot,
  SlotFindings,
  slotIn,
} from '../../core/index.js';
import { MoveSession } from '../actions/move-session.js';
import { OPEN_PLANS, type OpenPlan, type OpenPlans } from './open-plans.js';
import { type SessionWithCohort, type RestorationPage, SessionPages, sessionsAt } from './session.page.js';

export interface MovePage extends RestorationPage {
  /** Open draft plans to which the move can be added instead. */
  readonly plans: readonly OpenPlan[];
}

const movePage = definePage<MovePage>('scheduling/sessions/move');

/** Changes time, room or instructor of a session, now or in an open plan. */
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
      await this.withPlans(await this.pages.standing(context, await this.pages.load(id), { query, noun: 'move' })),
    );
  }

  @Post('move')
  async move(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const target = await this.pages.load(id);
    const read = readForm(SessionForm, body, this.clock.today());
    return answerForm(read, {
      act: (form) =>
        this.moveSession.execute(context.actor, id, {
          slot: slotIn(form, target.cohort),
          seenSequence: form.sequence,
          overrideReason: form.overrideReason,
          meansClosedDay: form.meansClosedDay,
        }),
      done: async ({ recipients }, form) => {
        const slot = slotIn(form, target.cohort);
        const shared = await this.findings.afterwards(context, target.cohort, { id, slot });
        const values = { number: target.session.number, count: recipients };
        return seeOther(
          sessionsAt(target),
          shared === null
            ? flash('session.moved', values)
            : flash('session.moved_shared', { ...values, shared }, 'warning'),
        );
      },
      again: (filled) =>
        read.ok
          ? this.refused(context, id, { slot: slotIn(read.form, target.cohort), ...filled })
          : this.page(context, target, filled),
    });
  }

  private async page(context: RequestContext, target: SessionWithCohort, filled: SessionFormState): Promise<Page> {
    const form = await this.forms.view(context, target.cohort, filled);
    return movePage(await this.withPlans(await this.pages.around(context, target, form)));
  }

  private async refused(
    context: RequestContext,
    id: string,
    { slot, typed, refusals = [] }: SessionFormState & { readonly slot: SessionSlot },
  ): Promise<Page> {
    const now = await this.pages.load(id);
    const changed = refusals.some((one) => one.code === 'sessionChangedMeanwhile');
    const form = await this.forms.refused(context, now.cohort, {
      id,
      slot,
      page: `/office/sessions/${id}/move`,
      typed: changed ? { ...typed, sequence: String(now.session.sequence) } : typed,
      refusals,
    });
    return movePage(await this.withPlans(await this.pages.around(context, now, form)));
  }

  private async withPlans(page: RestorationPage): Promise<MovePage> {
    return { ...page, plans: await this.plans.forSession(page.session.id) };
  }
}
