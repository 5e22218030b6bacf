import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  formView,
  type FormView,
  flash,
  type Page,
  readForm,
  type Refusal,
  seeOther,
  type SeeOther,
  type RequestContext,
  IdParam,
  refusalTexts,
  answerForm,
} from '../../../platform/index.js';
import { PublishPlan } from '../actions/publish-plan.js';
import { PublicationForm } from './plan.form.js';
import { PlanPages, type PlanPageData } from './plan.page.js';

export interface PublicationPage extends PlanPageData {
  readonly form: FormView<PublicationForm>;
  readonly refusals: readonly string[];
}

const publicationPage = definePage<PublicationPage>('scheduling/plans/publication');

@Controller('office/plans/:id/publication')
@Requires('session.schedule')
export class PlanPublicationController {
  constructor(
    private readonly pages: PlanPages,
    private readonly publishPlan: PublishPlan,
    private readonly clock: Clock,
  ) {}

  @Get()
  async publishable(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page | SeeOther> {
    const plan = await this.pages.plan(id);
    if (plan.state !== 'open') return seeOther(`/office/plans/${id}`);
    return publicationPage({
      ...(await this.pages.shown(context, plan)),
      form: formView(PublicationForm, context.translator),
      refusals: [],
    });
  }

  @Post()
  async publish(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const plan = await this.pages.plan(id);
    return answerForm(readForm(PublicationForm, body, this.clock.today()), {
      act: ({ overrideReason }) => this.publishPlan.execute(context.actor, id, { overrideReason }),
      done: ({ sessionIds, recipients }) =>
        seeOther(`/office/plans/${id}`, flash('plan.published', { count: sessionIds.length, told: recipients })),
      again: async ({ refusals, ...filling }) => {
        const shown = await this.pages.shown(context, refusals ? await this.pages.plan(id) : plan);
        return publicationPage({
          ...shown,
          form: formView(PublicationForm, context.translator, filling),
          refusals: refusals ? refusalsOf(context, refusals, shown) : [],
        });
      },
    });
  }
}

/** Refusals of the plan as a whole; those of single changes are shown beside them. */
function refusalsOf(
  { translator }: RequestContext,
  reasons: readonly Refusal[],
  { wrong, doubtful }: PlanPageData,
): string[] {
  const ofThePlan = refusalTexts(
    translator,
    reasons.filter(({ data }) => data['at'] === undefined),
  );
  return ofThePlan.length > 0 ? ofThePlan : [translator.t('plan.publish_blocked', { count: wrong + doubtful })];
}
