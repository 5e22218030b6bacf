import { Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  CurrentContext,
  definePage,
  isRefused,
  flash,
  type Page,
  seeOther,
  type SeeOther,
  type RequestContext,
  IdParam,
  refusalTexts,
} from '../../../platform/index.js';
import { DiscardPlan } from '../actions/discard-plan.js';
import { type PlanHead, planHead } from './plan-details.page.js';
import { PlanPages } from './plan.page.js';

export interface DiscardPage {
  readonly plan: PlanHead;
  readonly changes: number;
  readonly refusals: readonly string[];
}

const discardPage = definePage<DiscardPage>('scheduling/plans/discard');

/** A draft plan is laid aside. */
@Controller('office/plans/:id/discard')
@Requires('session.schedule')
export class PlanDiscardController {
  constructor(
    private readonly pages: PlanPages,
    private readonly discardPlan: DiscardPlan,
  ) {}

  @Get()
  async discardable(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page | SeeOther> {
    const plan = await this.pages.plan(id);
    if (plan.state !== 'open') return seeOther(`/office/plans/${id}`);
    return discardPage({ plan: planHead(context.translator, plan), changes: plan.changes, refusals: [] });
  }

  @Post()
  async discard(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page | SeeOther> {
    const plan = await this.pages.plan(id);
    const outcome = await this.discardPlan.execute(context.actor, id);
    if (!isRefused(outcome)) return seeOther('/office/plans', flash('plan.discarded', { title: outcome.title }));
    return discardPage(
      {
        plan: planHead(context.translator, plan),
        changes: plan.changes,
        refusals: refusalTexts(context.translator, outcome.reasons),
      },
      422,
    );
  }
}
