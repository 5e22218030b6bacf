import { Controller, Param, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import { CurrentContext, type SeeOther, type RequestContext } from '../../../platform/index.js';
import { PlanChange } from '../actions/plan-change.js';
import { afterButton } from './plan-answers.js';
import { PlanLines } from './plan-changes.page.js';

/** A line is judged against the timetable as it stands now, or taken out of the plan. */
@Controller('office/plans/:id')
@Requires('session.schedule')
export class PlanLinesController {
  constructor(
    private readonly lines: PlanLines,
    private readonly planChange: PlanChange,
  ) {}

  @Post('changes/:change/refresh')
  async refresh(
    @CurrentContext() context: RequestContext,
    @Param('id') id: string,
    @Param('change') changeId: string,
  ): Promise<SeeOther> {
    await this.lines.line(id, changeId);
    return afterButton(id, {
      outcome: await this.planChange.refresh(context.actor, { planId: id, changeId }),
      done: 'plan.refreshed',
    });
  }

  @Post('changes/:change/removal')
  async remove(
    @CurrentContext() context: RequestContext,
    @Param('id') id: string,
    @Param('change') changeId: string,
  ): Promise<SeeOther> {
    await this.lines.line(id, changeId);
    return afterButton(id, {
      outcome: await this.planChange.remove(context.actor, { planId: id, changeId }),
      done: 'plan.removed',
    });
  }
}
