import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  IdsField,
  CurrentContext,
  definePage,
  found,
  flash,
  type Page,
  readForm,
  type Refusal,
  seeOther,
  type SeeOther,
  type TypedValues,
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
import { cohortCaption, type CohortCaption } from './cohort-caption.js';

class BulkRestorationsForm {
  /** `<session id>:<sequence that the person saw>` */
  @IdsField() chosen!: string[];
}

export interface BulkRestorationsPage {
  readonly cohort: CohortCaption;
  /** Sessions whose slot is still free. */
  readonly free: readonly SessionView[];
  readonly chosen: readonly string[];
  /** Sessions that need another time or room first, each with its refusals. */
  readonly others: readonly { readonly session: SessionView; readonly reasons: readonly string[] }[];
  /** Number of people to notify. */
  readonly recipients: number;
  readonly refusals: readonly string[];
}

const restorePage = definePage<BulkRestorationsPage>('scheduling/sessions/cohort-sessions/restoration');

/**
 * Restores several cancelled sessions of a cohort to their slots. A session whose slot is taken has to be restored on
 * its own page.
 */
@Controller('office/cohorts/:code/sessions/restoration')
@Requires('session.schedule')
export class BulkRestorationsController {
  constructor(
    private readonly reader: TimetableReader,
    private readonly listeners: Listeners,
    private readonly restoreSessions: RestoreSessions,
    private readonly clock: Clock,
  ) {}

  @Get()
  async confirm(
    @CurrentContext() context: RequestContext,
    @Param('code') code: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Page | SeeOther> {
    const cohort = found(await this.reader.cohort(code));
    const rows = await this.chosen(cohort, readForm(BulkRestorationsForm, query, this.clock.today()).typed);
    return rows.length === 0 ? noneChosen(context, cohort) : restorePage(await this.model(context, cohort, { rows }));
  }

  @Post()
  async restore(
    @CurrentContext() context: RequestContext,
    @Param('code') code: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const cohort = found(await this.reader.cohort(code));
    const { typed } = readForm(BulkRestorationsForm, body, this.clock.today());
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
      done: ({ recipients }) =>
        seeOther(
          cohortCaption(context, cohort).sessionsAt,
          flash('session.restored_many', { count: sessions.length, told: recipients }),
        ),
      again: async (refusals) => restorePage(await this.model(context, cohort, { rows, refusals })),
    });
  }

  private async chosen(cohort: CohortForTimetable, typed: TypedValues): Promise<SessionRow[]> {
    const ids = new Set([typed['chosen'] ?? []].flat().map((one) => one.split(':')[0]));
    return (await this.reader.ofCohort(cohort.id)).filter(({ id, state }) => ids.has(id) && state === 'cancelled');
  }

  private async model(
    context: RequestContext,
    cohort: CohortForTimetable,
    { rows, refusals = [] }: { rows: readonly SessionRow[]; refusals?: readonly Refusal[] },
  ): Promise<BulkRestorationsPage> {
    const now = this.clock.now();
    const { timetable, inHand } = await changeFacts(
      this.reader.query,
      rows.map(({ id }) => ({ kind: 'restore', sessionId: id, seenSequence: null, slot: null })),
      now,
    );
    const against = new Map(
      judgeChanges(timetable, inHand).map(({ id, forbidden, doubtful }) => [id, [...forbidden, ...doubtful]]),
    );
    const free = rows.filter(({ id }) => against.get(id)?.length === 0);
    return {
      cohort: cohortCaption(context, cohort),
      free: free.map((row) => sessionView(context.translator, row, now)),
      chosen: free.map(({ id, sequence }) => `${id}:${sequence}`),
      others: rows
        .filter((row) => !free.includes(row))
        .map((row) => ({
          session: sessionView(context.translator, row, now),
          reasons: refusalTexts(context.translator, against.get(row.id) ?? []),
        })),
      recipients: await this.listeners.count(
        this.reader.query,
        free.map((row) => ({ cohort, before: null, after: slotOfRow(row) })),
      ),
      refusals: [...new Set(refusalTexts(context.translator, refusals))],
    };
  }
}

function noneChosen(context: RequestContext, cohort: CohortForTimetable): SeeOther {
  return seeOther(cohortCaption(context, cohort).sessionsAt, flash('session.none_chosen_back', {}, 'info'));
}
