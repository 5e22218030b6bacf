import { Controller, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import { CurrentContext, type SeeOther, type RequestContext, IdParam } from '../../../platform/index.js';
import { RefreshPlannedChange } from '../actions/refresh-planned-change.js';
import { RemovePlannedChange } from '../actions/remove-planned-change.js';
import { afterButton } from './plan-answers.js';
import { PlanLines } from './plan-changes.page.js';

/** Refreshes a planned change against the current timetable, or removes it. */
@Controller('office/plans/:id')
@Requires('session.schedule')
export class PlanLinesController {
  constructor(
    private readonly lines: PlanLines,
    private readonly refreshChange: RefreshPlannedChange,
    private readonly removeChange: RemovePlannedChange,
  ) {}

  @Post('changes/:change/refresh')
  async refresh(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @IdParam('change') changeId: string,
  ): Promise<SeeOther> {
    await this.lines.line(id, changeId);
    return afterButton(id, {
      outcome: await this.refreshChange.execute(context.actor, { planId: id, changeId }),
      done: 'plan.refreshed',
    });
  }

  @Post('changes/:change/removal')
  async remove(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @IdParam('change') changeId: string,
  ): Promise<SeeOther> {
    await this.lines.line(id, changeId);
    return afterButton(id, {
      outcome: await this.removeChange.execute(context.actor, { planId: id, changeId }),
      done: 'plan.removed',
    });
  }
}
