import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  DayField,
  definePage,
  formView,
  type FormView,
  found,
  flash,
  type Page,
  readForm,
  seeOther,
  type SeeOther,
  type RequestContext,
  refusalText,
  answerForm,
  type FormState,
  answerAct,
} from '../../../platform/index.js';
import {
  AcademyCalendarReader,
  type CohortForTimetable,
  cohortStillRuns,
  type Timetable,
  TimetableReader,
} from '../../core/index.js';
import { OpenPlan } from '../../plans/index.js';
import { cohortCaption, type CohortCaption } from '../../sessions/index.js';
import { type KeptPattern, patternsOfCohort, sessionsOfPattern } from '../data/patterns.js';
import { changesOf, layOutAgain, type PatternDifference } from '../domain/re-application.js';
import { type PatternSummary, patternSummary, type RelaidView, relaidView } from './patterns.page.js';

export class StartForm {
  @DayField() startDate!: string;
}

export interface PatternsPage {
  readonly cohort: CohortCaption;
  readonly patterns: readonly (PatternSummary & { readonly href: string })[];
  readonly closedBecause: string | null;
}

export interface RelayPage {
  readonly cohort: CohortCaption;
  readonly pattern: PatternSummary;
  readonly form: FormView<StartForm>;
  readonly at: string;
  readonly changes: readonly RelaidView[];
  /** Number of unchanged sessions. */
  readonly stays: number;
  readonly closedBecause: string | null;
}

const listPage = definePage<PatternsPage>('scheduling/patterns/index');
const relayPage = definePage<RelayPage>('scheduling/patterns/show');

interface CohortPattern {
  readonly cohort: CohortForTimetable;
  readonly pattern: KeptPattern;
}

/** The patterns of a cohort, and their re-application after holidays were announced or the cohort's dates changed. */
@Controller('office/cohorts/:code/patterns')
@Requires('session.schedule')
export class PatternsController {
  constructor(
    private readonly reader: TimetableReader,
    private readonly calendar: AcademyCalendarReader,
    private readonly openPlan: OpenPlan,
    private readonly clock: Clock,
  ) {}

  @Get()
  async index(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page> {
    const cohort = found(await this.reader.cohort(code));
    const names = await this.reader.around(cohort.startsOn);
    const patterns = await patternsOfCohort(this.reader.query, cohort.id, this.clock.now());
    return listPage({
      cohort: cohortCaption(context, cohort),
      closedBecause: this.closed(context, cohort),
      patterns: patterns.map((one) => ({
        ...patternSummary(context.translator, one, names),
        href: `/office/cohorts/${cohort.code}/patterns/${one.id}`,
      })),
    });
  }

  /** The difference that re-applying would make; `?startDate=` for another start. */
  @Get(':id')
  async show(
    @CurrentContext() context: RequestContext,
    @Param() { code, id }: { code: string; id: string },
    @Query() query: Record<string, unknown>,
  ): Promise<Page> {
    const target = await this.load(code, id);
    const typed = typeof query['startDate'] === 'string' ? query : { startDate: target.pattern.definition.startDate };
    const read = readForm(StartForm, typed, this.clock.today());
    return answerForm(read, {
      act: ({ startDate }) => this.relaid(target, startDate),
      done: (relaid) => this.relayPage(context, target, { filling: { typed: read.typed }, relaid }),
      again: (filling) => this.relayPage(context, target, { filling, relaid: [] }),
    });
  }

  /** Turns the difference into a draft plan. */
  @Post(':id')
  async plan(
    @CurrentContext() context: RequestContext,
    @Param() { code, id }: { code: string; id: string },
    @Body() body: unknown,
  ): Promise<SeeOther> {
    const target = await this.load(code, id);
    const read = readForm(StartForm, body, this.clock.today());
    const startDate = read.ok ? read.form.startDate : target.pattern.definition.startDate;
    const unchanged = seeOther(`/office/cohorts/${code}/patterns/${id}?startDate=${startDate}`);
    return answerAct(await this.relaid(target, startDate), {
      done: async (relaid) => {
        const changes = changesOf(relaid, target.cohort.id, context.translator.t('pattern.surplus'));
        if (changes.length === 0) return unchanged;
        const plan = await this.openPlan.execute(context.actor, {
          title: context.translator.t('pattern.plan_title', { cohort: code }),
          origin: 'pattern',
          about: { patternId: id, startDate },
          changes,
        });
        return seeOther(`/office/plans/${plan.id}`, flash('plan.opened_notice', { count: changes.length }));
      },
      again: () => unchanged,
    });
  }

  private async load(code: string, id: string): Promise<CohortPattern> {
    const cohort = found(await this.reader.cohort(code));
    const patterns = await patternsOfCohort(this.reader.query, cohort.id, this.clock.now());
    return { cohort, pattern: found(patterns.find((one) => one.id === id)) };
  }

  private async relaid({ pattern }: CohortPattern, startDate: string): Promise<ReturnType<typeof layOutAgain>> {
    const sessions = await sessionsOfPattern(this.reader.query, pattern.id);
    return layOutAgain({ ...pattern.definition, startDate }, sessions, {
      calendar: await this.calendar.current(),
      now: this.clock.now(),
    });
  }

  private async relayPage(
    context: RequestContext,
    { cohort, pattern }: CohortPattern,
    { filling, relaid }: { filling: FormState; relaid: readonly PatternDifference[] },
  ): Promise<Page> {
    const names: Timetable = await this.reader.around(cohort.startsOn);
    return relayPage({
      cohort: cohortCaption(context, cohort),
      pattern: patternSummary(context.translator, pattern, names),
      form: formView(StartForm, context.translator, filling),
      at: `/office/cohorts/${cohort.code}/patterns/${pattern.id}`,
      changes: relaid.filter((one) => one.kind !== 'stays').map((one) => relaidView(context.translator, one, names)),
      stays: relaid.filter((one) => one.kind === 'stays').length,
      closedBecause: this.closed(context, cohort),
    });
  }

  private closed(context: RequestContext, cohort: CohortForTimetable): string | null {
    const over = cohortStillRuns(cohort);
    return over && refusalText(context.translator, over);
  }
}
