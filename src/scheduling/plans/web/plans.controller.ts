import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  formView,
  type FormView,
  found,
  isRefused,
  looksLikeId,
  flash,
  type Option,
  type Page,
  pageAsked,
  type Pages,
  pagesOf,
  readForm,
  type Refusal,
  seeOther,
  type SeeOther,
  type RequestContext,
} from '../../../platform/index.js';
import type { Filled } from '../../core/index.js';
import { DiscardPlan } from '../actions/discard-plan.js';
import { OpenPlan } from '../actions/open-plan.js';
import { PublishPlan } from '../actions/publish-plan.js';
import type { PlanRow } from '../data/plan-queries.js';
import { PlanReader } from '../data/plan-reader.js';
import { PLAN_STATES } from '../data/timetable-plan.entity.js';
import { PlanForm, PublicationForm } from './plan.form.js';
import { PlanPages, type PlanShown } from './plan.page.js';
import { PLAN_SHAPES, type PlanHead, planHead } from './plan-details.page.js';

interface ListLine {
  readonly id: string;
  readonly title: string;
  readonly shape: string;
  readonly stateText: string;
  readonly originText: string;
  readonly changes: number;
  readonly opened: string;
  readonly closedAt: number | null;
}

interface PlanListPage {
  readonly q: string;
  readonly states: readonly (Option & { readonly selected: boolean })[];
  readonly filtered: boolean;
  readonly count: number;
  readonly lines: readonly ListLine[];
  readonly pages: Pages;
  readonly form: FormView<PlanForm>;
}

interface PublicationPage extends PlanShown {
  readonly form: FormView<PublicationForm>;
  readonly refusals: readonly string[];
}

interface DiscardPage {
  readonly plan: PlanHead;
  readonly changes: number;
  readonly refusals: readonly string[];
}

const listPage = definePage<PlanListPage>('scheduling/plans/index');
const planPage = definePage<PlanShown>('scheduling/plans/show');
const publicationPage = definePage<PublicationPage>('scheduling/plans/publication');
const discardPage = definePage<DiscardPage>('scheduling/plans/discard');
const PAGE_SIZE = 20;

/** Draft plans of the timetable: the list, the difference, publication all at once, laying aside. */
@Controller('office/plans')
@Requires('session.schedule')
export class PlansController {
  constructor(
    private readonly reader: PlanReader,
    private readonly pages: PlanPages,
    private readonly openPlan: OpenPlan,
    private readonly publishPlan: PublishPlan,
    private readonly discardPlan: DiscardPlan,
    private readonly clock: Clock,
  ) {}

  @Get()
  async index(@CurrentContext() context: RequestContext, @Query() query: Record<string, unknown>): Promise<Page> {
    return listPage(await this.list(context, query, { typed: {} }));
  }

  @Post()
  async open(@CurrentContext() context: RequestContext, @Body() body: unknown): Promise<Page | SeeOther> {
    const read = readForm(PlanForm, body, this.clock.today());
    if (!read.ok) return listPage(await this.list(context, {}, read), 422);
    const { id } = await this.openPlan.execute(context.actor, { title: read.form.title, origin: 'hand' });
    return seeOther(`/office/plans/${id}`);
  }

  @Get(':id')
  async show(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<Page> {
    return planPage(await this.pages.shown(context, await this.known(id)));
  }

  @Get(':id/publication')
  async publishable(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<Page | SeeOther> {
    const plan = await this.known(id);
    if (plan.state !== 'open') return seeOther(`/office/plans/${id}`);
    return publicationPage({
      ...(await this.pages.shown(context, plan)),
      form: formView(PublicationForm, context.translator),
      refusals: [],
    });
  }

  @Post(':id/publication')
  async publish(
    @CurrentContext() context: RequestContext,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const plan = await this.known(id);
    const read = readForm(PublicationForm, body, this.clock.today());
    if (!read.ok)
      return publicationPage(
        {
          ...(await this.pages.shown(context, plan)),
          form: formView(PublicationForm, context.translator, read),
          refusals: [],
        },
        422,
      );
    const outcome = await this.publishPlan.execute(context.actor, id, { overrideReason: read.form.overrideReason });
    if (!isRefused(outcome))
      return seeOther(
        `/office/plans/${id}`,
        flash('plan.published', { count: outcome.sessionIds.length, told: outcome.told }),
      );
    const shown = await this.pages.shown(context, await this.known(id));
    const form = formView(PublicationForm, context.translator, { typed: read.typed });
    return publicationPage({ ...shown, form, refusals: refusalsOf(context, outcome.reasons, shown) }, 422);
  }

  @Get(':id/discard')
  async discardable(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<Page | SeeOther> {
    const plan = await this.known(id);
    if (plan.state !== 'open') return seeOther(`/office/plans/${id}`);
    return discardPage({ plan: planHead(context.translator, plan), changes: plan.changes, refusals: [] });
  }

  @Post(':id/discard')
  async discard(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<Page | SeeOther> {
    const plan = await this.known(id);
    const outcome = await this.discardPlan.execute(context.actor, id);
    if (!isRefused(outcome)) return seeOther('/office/plans', flash('plan.discarded', { title: outcome.title }));
    return discardPage(
      {
        plan: planHead(context.translator, plan),
        changes: plan.changes,
        refusals: outcome.reasons.map((one) => context.translator.t(`refusal.${one.code}`, one.data)),
      },
      422,
    );
  }

  private async known(id: string): Promise<PlanRow> {
    return found(looksLikeId(id) ? await this.reader.plan(id) : null);
  }

  private async list(
    { translator, url }: RequestContext,
    query: Record<string, unknown>,
    filled: Filled,
  ): Promise<PlanListPage> {
    const q = typeof query['q'] === 'string' ? query['q'].trim().slice(0, 100) : '';
    const state = PLAN_STATES.find((one) => one === query['state']) ?? null;
    const asked = pageAsked(query['page']);
    const { rows, count } = await this.reader.list({ q, state, page: asked, size: PAGE_SIZE });
    return {
      q,
      count,
      filtered: q !== '' || state !== null,
      form: formView(PlanForm, translator, filled),
      states: PLAN_STATES.map((value) => ({
        value,
        label: translator.t(`plan.state_${value}`),
        selected: value === state,
      })),
      lines: rows.map((row) => ({
        id: row.id,
        title: row.title,
        shape: PLAN_SHAPES[row.state],
        stateText: translator.t(`plan.state_${row.state}`),
        originText: translator.t(`plan.origin_${row.origin}`),
        changes: row.changes,
        opened: translator.t('plan.opened_by', { name: row.openedBy ?? '', at: row.openedAt }),
        closedAt: row.closedAt,
      })),
      pages: pagesOf(url, { page: asked, size: PAGE_SIZE, count }),
    };
  }
}

/** What forbids the plan as a whole; what forbids a line stands beside it. */
function refusalsOf(
  { translator }: RequestContext,
  reasons: readonly Refusal[],
  { wrong, doubtful }: PlanShown,
): string[] {
  const ofThePlan = reasons
    .filter(({ data }) => data['at'] === undefined)
    .map((one) => translator.t(`refusal.${one.code}`, one.data));
  return ofThePlan.length > 0 ? ofThePlan : [translator.t('plan.publish_blocked', { count: wrong + doubtful })];
}
