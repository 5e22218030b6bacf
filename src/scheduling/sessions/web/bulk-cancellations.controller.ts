import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  VersionedIdsField,
  Clock,
  CurrentContext,
  definePage,
  formView,
  type FormView,
  found,
  LongTextField,
  flash,
  type Page,
  readForm,
  seeOther,
  type SeeOther,
  type TypedValues,
  type RequestContext,
  answerForm,
} from '../../../platform/index.js';
import {
  type CohortForTimetable,
  type SessionFormState,
  Listeners,
  slotOfRow,
  type SessionRow,
  type SessionView,
  sessionView,
  TimetableReader,
} from '../../core/index.js';
import { CancelSession } from '../actions/cancel-session.js';
import { cohortCaption, type CohortCaption } from './cohort-caption.js';

export class BulkCancellationsForm {
  /** `<session id>:<sequence that the person saw>` */
  @VersionedIdsField() chosen!: string[];
  @LongTextField({ max: 500 }) reason!: string;
}

export interface BulkCancellationsPage {
  readonly cohort: CohortCaption;
  readonly sessions: readonly SessionView[];
  readonly chosen: readonly string[];
  readonly form: FormView<BulkCancellationsForm>;
  /** Number of people to notify. */
  readonly recipients: number;
}

const cancelPage = definePage<BulkCancellationsPage>('scheduling/sessions/cohort-sessions/cancellation');

/** Cancels several sessions of a cohort for one reason, all or none. */
@Controller('office/cohorts/:code/sessions/cancellation')
@Requires('session.schedule')
export class BulkCancellationsController {
  constructor(
    private readonly reader: TimetableReader,
    private readonly listeners: Listeners,
    private readonly cancelSession: CancelSession,
    private readonly clock: Clock,
  ) {}

  @Get()
  async confirm(
    @CurrentContext() context: RequestContext,
    @Param('code') code: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Page | SeeOther> {
    const cohort = found(await this.reader.cohort(code));
    const { typed } = readForm(BulkCancellationsForm, query, this.clock.today());
    const rows = await this.chosen(cohort, typed);
    if (rows.length === 0)
      return seeOther(cohortCaption(context, cohort).sessionsAt, flash('session.none_chosen', {}, 'info'));
    return cancelPage(await this.model(context, cohort, { typed: { ...typed, reason: '' } }));
  }

  @Post()
  async cancel(
    @CurrentContext() context: RequestContext,
    @Param('code') code: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const cohort = found(await this.reader.cohort(code));
    const read = readForm(BulkCancellationsForm, body, this.clock.today());
    const rows = await this.chosen(cohort, read.typed);
    if (rows.length === 0)
      return seeOther(cohortCaption(context, cohort).sessionsAt, flash('session.none_chosen', {}, 'info'));
    const { sessionsAt } = cohortCaption(context, cohort);
    return answerForm(read, {
      act: ({ chosen, reason }) => {
        const seen = new Map(chosen.map((one) => [one.split(':')[0], Number(one.split(':')[1] ?? NaN)]));
        const sessions = rows.map(({ id }) => ({
          sessionId: id,
          seenSequence: Number.isInteger(seen.get(id)) ? seen.get(id)! : null,
        }));
        return this.cancelSession.execute(context.actor, sessions, reason);
      },
      done: ({ recipients }) =>
        seeOther(sessionsAt, flash('session.cancelled_many', { count: rows.length, told: recipients })),
      again: async (filled) => cancelPage(await this.model(context, cohort, filled)),
    });
  }

  private async chosen(cohort: CohortForTimetable, typed: TypedValues): Promise<SessionRow[]> {
    const ids = new Set([typed['chosen'] ?? []].flat().map((one) => one.split(':')[0]));
    return (await this.reader.ofCohort(cohort.id)).filter(({ id, state }) => ids.has(id) && state !== 'cancelled');
  }

  private async model(
    context: RequestContext,
    cohort: CohortForTimetable,
    filled: SessionFormState,
  ): Promise<BulkCancellationsPage> {
    const rows = await this.chosen(cohort, filled.typed);
    return {
      cohort: cohortCaption(context, cohort),
      sessions: rows.map((row) => sessionView(context.translator, row, this.clock.now())),
      chosen: rows.map(({ id, sequence }) => `${id}:${sequence}`),
      form: formView(BulkCancellationsForm, context.translator, filled),
      recipients: await this.listeners.count(
        this.reader.query,
        rows.map((row) => ({ cohort, before: slotOfRow(row), after: null })),
      ),
    };
  }
}
