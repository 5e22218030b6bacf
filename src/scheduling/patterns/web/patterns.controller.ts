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
  type Filling,
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
import { cohortHead, type CohortHead } from '../../sessions/index.js';
import { type KeptPattern, patternsOfCohort, sessionsOfPattern } from '../data/patterns.js';
import { changesOf, layOutAgain, type Relaid } from '../domain/re-application.js';
import { type PatternSummary, patternSummary, type RelaidView, relaidView } from './patterns.page.js';

export class StartForm {
  @DayField() startDate!: string;
}

export interface PatternsPage {
  readonly cohort: CohortHead;
  readonly patterns: readonly (PatternSummary & { readonly href: string })[];
  readonly closedBecause: string | null;
}

export interface RelayPage {
  readonly cohort: CohortHead;
  readonly pattern: PatternSummary;
  readonly form: FormView<StartForm>;
  readonly at: string;
  readonly changes: readonly RelaidView[];
  /** Sessions that stay where they are. */
  readonly stays: number;
  readonly closedBecause: string | null;
}

const listPage = definePage<PatternsPage>('scheduling/patterns/index');
const relayPage = definePage<RelayPage>('scheduling/patterns/show');

interface Known {
  readonly cohort: CohortForTimetable;
  readonly pattern: KeptPattern;
}

/**
 * The patterns behind a cohort's sessions:
 * laid out again after holidays were announced or the run's dates have moved, the difference first.
 */
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
      cohort: cohortHead(context, cohort),
      closedBecause: this.closed(context, cohort),
      patterns: patterns.map((one) => ({
        ...patternSummary(context.translator, one, names),
        href: `/office/cohorts/${cohort.code}/patterns/${one.id}`,
      })),
    });
  }

  /** What laying it out again would change; `?startDate=` where the run's dates move. */
  @Get(':id')
  async show(
    @CurrentContext() context: RequestContext,
    @Param() { code, id }: { code: string; id: string },
    @Query() query: Record<string, unknown>,
  ): Promise<Page> {
    const known = await this.known(code, id);
    const typed = typeof query['startDate'] === 'string' ? query : { startDate: known.pattern.definition.startDate };
    const read = readForm(StartForm, typed, this.clock.today());
    return answerForm(read, {
      act: ({ startDate }) => this.relaid(known, startDate),
      done: (relaid) => this.relayPage(context, known, { filling: { typed: read.typed }, relaid }),
      again: (filling) => this.relayPage(context, known, { filling, relaid: [] }),
    });
  }

  /** The difference becomes a draft plan: judged there, edited, and published with the number of people told. */
  @Post(':id')
  async plan(
    @CurrentContext() context: RequestContext,
    @Param() { code, id }: { code: string; id: string },
    @Body() body: unknown,
  ): Promise<SeeOther> {
    const known = await this.known(code, id);
    const read = readForm(StartForm, body, this.clock.today());
    const startDate = read.ok ? read.form.startDate : known.pattern.definition.startDate;
    const unchanged = seeOther(`/office/cohorts/${code}/patterns/${id}?startDate=${startDate}`);
    return answerAct(await this.relaid(known, startDate), {
      done: async (relaid) => {
        const changes = changesOf(relaid, known.cohort.id, context.translator.t('pattern.surplus'));
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

  private async known(code: string, id: string): Promise<Known> {
    const cohort = found(await this.reader.cohort(code));
    const patterns = await patternsOfCohort(this.reader.query, cohort.id, this.clock.now());
    return { cohort, pattern: found(patterns.find((one) => one.id === id)) };
  }

  private async relaid({ pattern }: Known, startDate: string): Promise<ReturnType<typeof layOutAgain>> {
    const sessions = await sessionsOfPattern(this.reader.query, pattern.id);
    return layOutAgain({ ...pattern.definition, startDate }, sessions, {
      calendar: await this.calendar.current(),
      now: this.clock.now(),
    });
  }

  private async relayPage(
    context: RequestContext,
    { cohort, pattern }: Known,
    { filling, relaid }: { filling: Filling; relaid: readonly Relaid[] },
  ): Promise<Page> {
    const names: Timetable = await this.reader.around(cohort.startsOn);
    return relayPage({
      cohort: cohortHead(context, cohort),
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
