import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  answerForm,
  Clock,
  CurrentContext,
  definePage,
  type FormView,
  formView,
  IdParam,
  type Page,
  type Pages,
  pagesOf,
  readForm,
  type RequestContext,
  requestedPage,
  seeOther,
  type SeeOther,
  type SelectOption,
  selectOptions,
} from '../../../platform/index.js';
import type { SessionFormState } from '../../core/index.js';
import { OpenPlan } from '../actions/open-plan.js';
import { PlanReader } from '../data/plan-reader.js';
import { PLAN_STATES } from '../data/timetable-plan.entity.js';
import { PlanForm } from './plan.form.js';
import { PlanPages, type PlanPageData } from './plan.page.js';
import { openedText, PLAN_SHAPES } from './plan-details.page.js';

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

export interface PlanListPage {
  readonly q: string;
  readonly states: readonly SelectOption[];
  readonly filtered: boolean;
  readonly count: number;
  readonly lines: readonly ListLine[];
  readonly pages: Pages;
  readonly form: FormView<PlanForm>;
}

const listPage = definePage<PlanListPage>('scheduling/plans/index');
const planPage = definePage<PlanPageData>('scheduling/plans/show');
const PAGE_SIZE = 20;

@Controller('office/plans')
@Requires('session.schedule')
export class PlansController {
  constructor(
    private readonly reader: PlanReader,
    private readonly pages: PlanPages,
    private readonly openPlan: OpenPlan,
    private readonly clock: Clock,
  ) {}

  @Get()
  async index(@CurrentContext() context: RequestContext, @Query() query: Record<string, unknown>): Promise<Page> {
    return listPage(await this.list(context, query, { typed: {} }));
  }

  @Post()
  open(@CurrentContext() context: RequestContext, @Body() body: unknown): Promise<Page | SeeOther> {
    return answerForm(readForm(PlanForm, body, this.clock.today()), {
      act: ({ title }) => this.openPlan.execute(context.actor, { title, origin: 'hand' }),
      done: ({ id }) => seeOther(`/office/plans/${id}`),
      again: async (filled) => listPage(await this.list(context, {}, filled)),
    });
  }

  @Get(':id')
  async show(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page> {
    return planPage(await this.pages.shown(context, await this.pages.plan(id)));
  }

  private async list(
    { translator, url }: RequestContext,
    query: Record<string, unknown>,
    filled: SessionFormState,
  ): Promise<PlanListPage> {
    const q = typeof query['q'] === 'string' ? query['q'].trim().slice(0, 100) : '';
    const state = PLAN_STATES.find((one) => one === query['state']) ?? null;
    const pageNumber = requestedPage(query['page']);
    const { rows, count } = await this.reader.list({ q, state, page: pageNumber, size: PAGE_SIZE });
    return {
      q,
      count,
      filtered: q !== '' || state !== null,
      form: formView(PlanForm, translator, filled),
      states: selectOptions(
        PLAN_STATES.map((value) => ({
          value,
          label: translator.t(`plan.state_${value}`),
        })),
        state,
      ),
      lines: rows.map((row) => ({
        id: row.id,
        title: row.title,
        shape: PLAN_SHAPES[row.state],
        stateText: translator.t(`plan.state_${row.state}`),
        originText: translator.t(`plan.origin_${row.origin}`),
        changes: row.changes,
        opened: openedText(translator, row),
        closedAt: row.closedAt,
      })),
      pages: pagesOf(url, { page: pageNumber, size: PAGE_SIZE, count }),
    };
  }
}
