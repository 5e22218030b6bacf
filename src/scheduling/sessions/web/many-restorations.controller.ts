import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  ChoicesField,
  CurrentContext,
  definePage,
  found,
  flash,
  type Page,
  readForm,
  type Refusal,
  seeOther,
  type SeeOther,
  type Typed,
  type RequestContext,
  refusalTexts,
  answerAct,
} from '../../../platform/index.js';
import {
  changeFacts,
  type CohortForTimetable,
  judgeChanges,
  Listeners,
  slotOfRow,
  type SessionRow,
  type SessionView,
  sessionView,
  TimetableReader,
} from '../../core/index.js';
import { RestoreSessions } from '../actions/restore-sessions.js';
import { cohortHead, type CohortHead } from './cohort-head.js';

class ManyRestorationsForm {
  /** `<session id>:<sequence that the person saw>` */
  @ChoicesField(null) chosen!: string[];
}

export interface ManyRestorationsPage {
  readonly cohort: CohortHead;
  /** Those whose place is still free. */
  readonly free: readonly SessionView[];
  readonly chosen: readonly string[];
  /** Those that need another time or room first, each with what stands in the way. */
  readonly others: readonly { readonly session: SessionView; readonly reasons: readonly string[] }[];
  /** How many people will be told. */
  readonly told: number;
  readonly refusals: readonly string[];
}

const restorePage = definePage<ManyRestorationsPage>('scheduling/sessions/cohort-sessions/restoration');

/**
 * Several cancelled sessions of a cohort come back at once, where they stood;
 * one whose place is taken is brought back by itself.
 */
@Controller('office/cohorts/:code/sessions/restoration')
@Requires('session.schedule')
export class ManyRestorationsController {
  constructor(
    private readonly reader: TimetableReader,
    private readonly listeners: Listeners,
    private readonly restoreSessions: RestoreSessions,
    private readonly clock: Clock,
  ) {}

  @Get()
  async asked(
    @CurrentContext() context: RequestContext,
    @Param('code') code: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Page | SeeOther> {
    const cohort = found(await this.reader.cohort(code));
    const rows = await this.chosen(cohort, readForm(ManyRestorationsForm, query, this.clock.today()).typed);
    return rows.length === 0 ? noneChosen(context, cohort) : restorePage(await this.model(context, cohort, { rows }));
  }

  @Post()
  async restore(
    @CurrentContext() context: RequestContext,
    @Param('code') code: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const cohort = found(await this.reader.cohort(code));
    const { typed } = readForm(ManyRestorationsForm, body, this.clock.today());
    const rows = await this.chosen(cohort, typed);
    if (rows.length === 0) return noneChosen(context, cohort);
    const seen = new Map(
      [typed['chosen'] ?? []].flat().map((one) => [one.split(':')[0], Number(one.split(':')[1] ?? NaN)]),
    );
    const sessions = rows.map(({ id }) => ({
      sessionId: id,
      seenSequence: Number.isInteger(seen.get(id)) ? seen.get(id)! : null,
    }));
    return answerAct(await this.restoreSessions.execute(context.actor, sessions), {
      done: ({ told }) =>
        seeOther(
          cohortHead(context, cohort).sessionsAt,
          flash('session.restored_many', { count: sessions.length, told }),
        ),
      again: async (refusals) => restorePage(await this.model(context, cohort, { rows, refusals })),
    });
  }

  private async chosen(cohort: CohortForTimetable, typed: Typed): Promise<SessionRow[]> {
    const ids = new Set([typed['chosen'] ?? []].flat().map((one) => one.split(':')[0]));
    return (await this.reader.ofCohort(cohort.id)).filter(({ id, state }) => ids.has(id) && state === 'cancelled');
  }

  private async model(
    context: RequestContext,
    cohort: CohortForTimetable,
    { rows, refusals = [] }: { rows: readonly SessionRow[]; refusals?: readonly Refusal[] },
  ): Promise<ManyRestorationsPage> {
    const now = this.clock.now();
    const { timetable, inHand } = await changeFacts(
      this.reader.query,
      rows.map(({ id }) => ({ kind: 'restore', sessionId: id, seenSequence: null, place: null })),
      now,
    );
    const against = new Map(
      judgeChanges(timetable, inHand).map(({ id, forbidden, doubtful }) => [id, [...forbidden, ...doubtful]]),
    );
    const free = rows.filter(({ id }) => against.get(id)?.length === 0);
    return {
      cohort: cohortHead(context, cohort),
      free: free.map((row) => sessionView(context.translator, row, now)),
      chosen: free.map(({ id, sequence }) => `${id}:${sequence}`),
      others: rows
        .filter((row) => !free.includes(row))
        .map((row) => ({
          session: sessionView(context.translator, row, now),
          reasons: refusalTexts(context.translator, against.get(row.id) ?? []),
        })),
      told: await this.listeners.count(
        this.reader.query,
        free.map((row) => ({ cohort, before: null, after: slotOfRow(row) })),
      ),
      refusals: [...new Set(refusalTexts(context.translator, refusals))],
    };
  }
}

function noneChosen(context: RequestContext, cohort: CohortForTimetable): SeeOther {
  return seeOther(cohortHead(context, cohort).sessionsAt, flash('session.none_chosen_back', {}, 'info'));
}
