import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import {
  byLabel,
  Clock,
  CurrentContext,
  daysAfter,
  definePage,
  found,
  type FormView,
  formView,
  flash,
  inLanguage,
  type Page,
  readForm,
  ReadDatabase,
  seeOther,
  type SeeOther,
  type TypedValues,
  typedFrom,
  QueryText,
  type RequestContext,
  answerForm,
  type FormState,
  weekdayOf,
} from '../../platform/index.js';
import { ChangeCohort } from '../actions/change-cohort.js';
import { PlanCohort } from '../actions/plan-cohort.js';
import { cohortByCode, type CohortRow } from '../data/cohort-by-code.js';
import { type CourseChoice, coursesForCohorts, sponsorsForCohorts } from '../data/cohort-choices.js';
import { codesLike } from '../data/plan-facts.js';
import { proposedCode } from '../domain/cohort-code.js';
import { DELIVERIES } from '../domain/states.js';
import { type CohortHeader, CohortHeaders } from './cohort-header.js';
import { CohortForm, planOf, typedOf } from './cohort.form.js';

export interface PlanPage {
  readonly form: FormView<CohortForm>;
  readonly codeHint: string;
}

export interface ChangePage extends PlanPage {
  readonly header: CohortHeader;
  readonly isPublished: boolean;
}

const newPage = definePage<PlanPage>('cohorts/cohort/new');
const editPage = definePage<ChangePage>('cohorts/cohort/edit');
const DAYS_AHEAD = 28;

@Controller('office/cohorts')
@Requires('cohort.manage')
export class CohortPlanController {
  constructor(
    private readonly headers: CohortHeaders,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly planCohort: PlanCohort,
    private readonly changeCohort: ChangeCohort,
  ) {}

  @Get('new')
  async begin(@CurrentContext() context: RequestContext, @Query('course', QueryText) course?: string): Promise<Page> {
    const courses = await coursesForCohorts(this.reads);
    const preselected = courses.find(({ code }) => code === course) ?? null;
    return newPage(await this.planPage(context, { typed: this.defaults(preselected) }, courses));
  }

  @Post()
  async plan(@CurrentContext() context: RequestContext, @Body() body: unknown): Promise<Page | SeeOther> {
    const courses = await coursesForCohorts(this.reads);
    return answerForm(readForm(CohortForm, body, this.clock.today()), {
      act: async (form) => {
        const course = courses.find(({ id }) => id === form.courseId);
        const code = course ? await this.proposal(course.code, form.startsOn) : 'X';
        return this.planCohort.execute(context.actor, planOf(form, { code, now: this.clock.now() }));
      },
      done: ({ code }) => seeOther(`/office/cohorts/${code}`, flash('cohort.planned', { cohort: code })),
      again: async (filling) => newPage(await this.planPage(context, filling, courses)),
    });
  }

  @Get(':code/edit')
  async edit(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page> {
    const cohort = await this.cohort(code);
    return editPage(await this.changePage(context, cohort, { typed: typedOf(cohort) }));
  }

  @Post(':code/edit')
  async change(
    @CurrentContext() context: RequestContext,
    @Param('code') code: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const cohort = await this.cohort(code);
    const read = readForm(CohortForm, { ...typedIfFixed(cohort), ...(body as object) }, this.clock.today());
    return answerForm(read, {
      act: (form) => {
        const plan = planOf(form, { code: cohort.code, now: this.clock.now() });
        return this.changeCohort.execute(context.actor, cohort.id, plan);
      },
      done: (changed) => seeOther(`/office/cohorts/${changed.code}`, flash('cohort.changed', { cohort: changed.code })),
      again: async (filling) => editPage(await this.changePage(context, cohort, filling)),
    });
  }

  private async cohort(code: string): Promise<CohortRow> {
    return found(await cohortByCode(this.reads.query, code));
  }

  private async planPage(
    context: RequestContext,
    filling: FormState,
    courses: readonly CourseChoice[],
  ): Promise<PlanPage> {
    const sponsors = await sponsorsForCohorts(this.reads);
    const { translator } = context;
    const options = {
      courseId: courses.map((one) => ({
        value: one.id,
        label: `${one.code} ${inLanguage(context, one.titleZh, one.titleEn)}`,
      })),
      delivery: DELIVERIES.map((value) => ({ value, label: translator.t(`cohort.delivery_${value}`) })),
      sponsorEmployerId: byLabel(
        translator,
        sponsors.map((one) => ({ value: one.id, label: inLanguage(context, one.name, one.nameEn) })),
      ),
    };
    const course = courses.find(({ id }) => id === filling.typed?.['courseId']) ?? courses[0];
    const example = await this.proposal(course?.code ?? 'AZ-104', this.clock.today());
    return {
      form: formView(CohortForm, translator, { ...filling, options }),
      codeHint: translator.t('cohort.code_hint', { example }),
    };
  }

  private async changePage(context: RequestContext, cohort: CohortRow, filling: FormState): Promise<ChangePage> {
    const courses = await coursesForCohorts(this.reads, cohort.courseCode);
    const header = await this.headers.of(context, { code: cohort.code, tab: 'overview' });
    return { ...(await this.planPage(context, filling, courses)), header, isPublished: cohort.state !== 'draft' };
  }

  private async proposal(courseCode: string, startsOn: string): Promise<string> {
    const taken = await codesLike(this.reads.query, proposedCode(courseCode, startsOn, new Set()));
    return proposedCode(courseCode, startsOn, taken);
  }

  /** Defaults: a Monday four weeks ahead, as long as the course, a usual size. */
  private defaults(course: CourseChoice | null): TypedValues {
    const today = this.clock.today();
    const startsOn =
      [0, 1, 2, 3, 4, 5, 6].map((ahead) => daysAfter(today, DAYS_AHEAD + ahead)).find((day) => weekdayOf(day) === 1) ??
      today;
    return typedFrom({
      courseId: course?.id ?? null,
      startsOn,
      endsOn: course ? daysAfter(startsOn, course.days - 1) : null,
      capacity: 24,
      leastEnrolment: 8,
      delivery: 'onsite',
    });
  }
}

/** Course and code of a published cohort are fixed: the form shows them but does not submit them. */
function typedIfFixed({ state, courseId, code }: CohortRow): Record<string, string> {
  return state === 'draft' ? {} : { courseId, code };
}
