import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  byLabel,
  Clock,
  CurrentContext,
  definePage,
  formView,
  type FormView,
  found,
  flash,
  type Option,
  optionsOf,
  type Page,
  readForm,
  type Refusal,
  seeOther,
  type SeeOther,
  type TypedValues,
  type RequestContext,
  refusalTexts,
  answerForm,
} from '../../../platform/index.js';
import {
  type CohortForTimetable,
  type SessionFormState,
  instructorOptions,
  isQualifiedOn,
  poolOptions,
  roomOptions,
  TimetableReader,
} from '../../core/index.js';
import { cohortCaption, type CohortCaption } from '../../sessions/index.js';
import { ScheduleByPattern } from '../actions/schedule-by-pattern.js';
import { PatternPlanner } from '../data/pattern-planner.js';
import type { WeeklyPattern } from '../domain/weekly-pattern.js';
import { breaksText, PatternForm, patternOf, PART_SUFFIXES } from './pattern.form.js';
import { type PatternView, patternView } from './pattern.page.js';

export interface PatternPage {
  readonly cohort: CohortCaption;
  readonly form: FormView<PatternForm>;
}

export interface PreviewPage {
  readonly cohort: CohortCaption;
  readonly plan: PatternView;
  readonly refusals: readonly string[];
}

const patternPage = definePage<PatternPage>('scheduling/patterns/pattern');
const previewPage = definePage<PreviewPage>('scheduling/patterns/preview');

/** Schedules sessions by weekly pattern: form, preview of every date, confirmation. */
@Controller('office/cohorts/:code/sessions')
@Requires('session.schedule')
export class PatternController {
  constructor(
    private readonly reader: TimetableReader,
    private readonly planner: PatternPlanner,
    private readonly scheduleByPattern: ScheduleByPattern,
    private readonly clock: Clock,
  ) {}

  @Get('pattern')
  async form(
    @CurrentContext() context: RequestContext,
    @Param('code') code: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Page> {
    const cohort = found(await this.reader.cohort(code));
    const { typed } = readForm(PatternForm, query, this.clock.today());
    const fresh = { ...typed, startDate: cohort.startsOn, startTime: '09:00', endTime: '12:00', everyNWeeks: '1' };
    return patternPage({
      cohort: cohortCaption(context, cohort),
      form: await this.view(context, cohort, { typed: Object.keys(query).length > 0 ? typed : fresh }),
    });
  }

  @Get('preview')
  async preview(
    @CurrentContext() context: RequestContext,
    @Param('code') code: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Page> {
    return this.planned(context, code, { query });
  }

  @Post()
  async place(
    @CurrentContext() context: RequestContext,
    @Param('code') code: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const cohort = found(await this.reader.cohort(code));
    const today = this.clock.today();
    return answerForm(readForm(PatternForm, body, today), {
      act: (form) =>
        this.scheduleByPattern.execute(context.actor, {
          cohortCode: code,
          pattern: patternOf(form, { today, seatsNeeded: cohort.seatsNeeded }),
        }),
      done: ({ sessionIds, recipients }) =>
        seeOther(
          `/office/cohorts/${code}/sessions`,
          flash('session.scheduled', { count: sessionIds.length, told: recipients }),
        ),
      again: ({ refusals = [] }) => this.planned(context, code, { query: body, refusals }),
    });
  }

  private async planned(
    context: RequestContext,
    code: string,
    { query, refusals = [] }: { readonly query: unknown; readonly refusals?: readonly Refusal[] },
  ): Promise<Page> {
    const cohort = found(await this.reader.cohort(code));
    const caption = cohortCaption(context, cohort);
    const today = this.clock.today();
    const read = readForm(PatternForm, query, today);
    const patternIn = (form: PatternForm) => patternOf(form, { today, seatsNeeded: cohort.seatsNeeded });
    return answerForm(read, {
      act: (form) => this.planner.plan(cohort, patternIn(form)),
      done: (plan, form) => {
        const typed = asUnderstood(read.typed, form, patternIn(form));
        const alone = refusalTexts(
          context.translator,
          refusals.filter(({ code: why }) => !why.endsWith('IsTaken')),
        );
        return previewPage({
          cohort: caption,
          plan: patternView(context.translator, plan, { at: caption.sessionsAt, typed, cohort }),
          refusals: [...new Set(alone)],
        });
      },
      again: async (filled) => patternPage({ cohort: caption, form: await this.view(context, cohort, filled) }),
    });
  }

  private async view(
    context: RequestContext,
    cohort: CohortForTimetable,
    filled: SessionFormState,
  ): Promise<FormView<PatternForm>> {
    const { translator } = context;
    const timetable = await this.reader.around(cohort.startsOn);
    const teaching = [...timetable.instructors.values()].filter((one) => !one.retired);
    const qualified = teaching.filter((one) => isQualifiedOn(cohort.startsOn, cohort.courseId, one.qualifications));
    const choices: Readonly<Record<string, readonly Option[]>> = {
      weekdays: optionsOf(translator, 'calendar.weekday', ['1', '2', '3', '4', '5', '6', '7']),
      roomId: roomOptions(translator, timetable.rooms.values()),
      instructorId: byLabel(translator, instructorOptions(translator, qualified)),
      assistantId: byLabel(translator, instructorOptions(translator, teaching)),
      poolId: poolOptions(translator, timetable.pools.values()),
    };
    const options = Object.fromEntries(
      PART_SUFFIXES.flatMap((suffix) => Object.entries(choices).map(([name, listed]) => [`${name}${suffix}`, listed])),
    );
    return formView(PatternForm, translator, { ...filled, options });
  }
}

/** Absolute days and times, so that 明天 still means the same day when the preview is confirmed later. */
function asUnderstood(
  typed: TypedValues,
  form: PatternForm,
  { skipDates, extraDates, breaks }: WeeklyPattern,
): TypedValues {
  const times = PART_SUFFIXES.flatMap((suffix) => [
    [`startTime${suffix}`, form[`startTime${suffix}`] ?? ''],
    [`endTime${suffix}`, form[`endTime${suffix}`] ?? ''],
  ]);
  return {
    ...typed,
    ...(Object.fromEntries(times) as Record<string, string>),
    startDate: form.startDate,
    lastDate: form.lastDate ?? '',
    skipDates: skipDates.join('\n'),
    extraDates: extraDates.join('\n'),
    breaks: breaksText(breaks),
  };
}
