import { Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  CurrentContext,
  definePage,
  flash,
  type Page,
  seeOther,
  type SeeOther,
  type RequestContext,
  IdParam,
  refusalTexts,
  answerAct,
  type Refusal,
} from '../../../platform/index.js';
import { DiscardPlan } from '../actions/discard-plan.js';
import type { PlanRow } from '../data/plan-queries.js';
import { type PlanHead, planHead } from './plan-details.page.js';
import { PlanPages } from './plan.page.js';

export interface DiscardPage {
  readonly plan: PlanHead;
  readonly changes: number;
  readonly refusals: readonly string[];
}

const discardPage = definePage<DiscardPage>('scheduling/plans/discard');

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
    return pageOf(context, plan);
  }

  @Post()
  async discard(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page | SeeOther> {
    const plan = await this.pages.plan(id);
    return answerAct(await this.discardPlan.execute(context.actor, id), {
      done: ({ title }) => seeOther('/office/plans', flash('plan.discarded', { title })),
      again: (refusals) => pageOf(context, plan, refusals),
    });
  }
}

function pageOf({ translator }: RequestContext, plan: PlanRow, refusals: readonly Refusal[] = []): Page {
  return discardPage({
    plan: planHead(translator, plan),
    changes: plan.changes,
    refusals: refusalTexts(translator, refusals),
  });
}
