import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import { type CohortHeader, cohortHeader } from '../../../cohorts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  dayOf,
  found,
  isRefused,
  flash,
  type Page,
  readForm,
  ReadDatabase,
  seeOther,
  type SeeOther,
  type Typed,
  type RequestContext,
} from '../../../platform/index.js';
import {
  AcademyCalendarReader,
  type CohortForTimetable,
  cohortStillRuns,
  nameIn,
  slotIn,
  slotOfRow,
  refusalText,
  SessionForm,
  SessionForms,
  type SessionFormView,
  type SessionRow,
  TimetableReader,
  typedOf,
} from '../../core/index.js';
import { CalendarFeeds, FeedAddresses, type FeedView } from '../../feeds/index.js';
import { PlaceSession } from '../actions/place-session.js';
import { type SessionLine, sessionLine } from './session-line.js';
import { dayWarning, type UnpublishedSessions, unpublishedSessions } from './unpublished-sessions.js';

export interface CohortHead {
  readonly code: string;
  readonly course: string;
  readonly sessionsAt: string;
}

interface CohortSessionsPage {
  readonly header: CohortHeader;
  readonly cohort: CohortHead;
  readonly sessions: readonly SessionLine[];
  readonly notPublished: UnpublishedSessions | null;
  readonly someCancelled: boolean;
  readonly hours: string;
  readonly closedBecause: string | null;
  readonly feed: FeedView;
}

interface NewSessionPage extends SessionFormView {
  readonly cohort: CohortHead;
}

const listPage = definePage<CohortSessionsPage>('scheduling/sessions/cohort-sessions/index');
const newPage = definePage<NewSessionPage>('scheduling/sessions/cohort-sessions/new');

export function cohortHead(context: RequestContext, cohort: CohortForTimetable): CohortHead {
  return {
    code: cohort.code,
    course: nameIn(context.translator, cohort.title),
    sessionsAt: `/office/cohorts/${cohort.code}/sessions`,
  };
}

/** A cohort's timetable: what stands, and one more session by hand. */
@Controller('office/cohorts/:code/sessions')
@Requires('session.schedule')
export class CohortSessionsController {
  constructor(
    private readonly reader: TimetableReader,
    private readonly calendar: AcademyCalendarReader,
    private readonly forms: SessionForms,
    private readonly placeSession: PlaceSession,
    private readonly feeds: CalendarFeeds,
    private readonly addresses: FeedAddresses,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
  ) {}

  @Get()
  async index(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page> {
    const cohort = found(await this.reader.cohort(code));
    const calendar = await this.calendar.current();
    const rows = await this.reader.ofCohort(cohort.id);
    const minutes = rows
      .filter((row) => row.state !== 'cancelled')
      .reduce((sum, row) => sum + (row.endsAt - row.startsAt) / 60_000, 0);
    const over = cohortStillRuns(cohort);
    const ahead = rows.filter((row) => this.aheadOn(row)).map((row) => calendar.dayOn(dayOf(row.startsAt)));
    const unknown = ahead.filter((day) => !day.yearPublished);
    const mixed = unknown.length < ahead.length;
    return listPage({
      header: await cohortHeader(this.reads, context, { code: cohort.code, tab: 'sessions' }),
      cohort: cohortHead(context, cohort),
      sessions: rows.map((row) =>
        sessionLine(context.translator, row, {
          now: this.clock.now(),
          warning: this.aheadOn(row)
            ? dayWarning(context.translator, calendar.dayOn(dayOf(row.startsAt)), { mixed, meantDay: row.meantDay })
            : null,
        }),
      ),
      notPublished: unpublishedSessions(context, unknown),
      someCancelled: rows.some(({ state }) => state === 'cancelled'),
      hours: context.translator.format.number(Math.round(minutes / 6) / 10),
      closedBecause: over && refusalText(context.translator, over),
      feed: await this.addresses.view({ kind: 'cohort', ownerId: cohort.id }),
    });
  }

  private aheadOn({ state, startsAt }: SessionRow): boolean {
    return state === 'planned' && startsAt > this.clock.now();
  }

  @Get('new')
  async blank(
    @CurrentContext() context: RequestContext,
    @Param('code') code: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Page> {
    const cohort = found(await this.reader.cohort(code));
    const last = (await this.reader.ofCohort(cohort.id)).filter((row) => row.state !== 'cancelled').at(-1);
    const { typed } = readForm(SessionForm, query, this.clock.today());
    const likeTheLast = last ? { ...typedOf(slotOfRow(last), null), date: '', startTime: '', endTime: '' } : {};
    const filled = { ...likeTheLast, ...given(typed) };
    const read = readForm(SessionForm, filled, this.clock.today());
    const head = cohortHead(context, cohort);
    const view = read.ok
      ? await this.forms.considered(context, cohort, {
          id: null,
          place: slotIn(read.form, cohort),
          page: `${head.sessionsAt}/new`,
          typed: filled,
        })
      : await this.forms.view(context, cohort, { typed: filled });
    return newPage({ cohort: head, ...view });
  }

  @Post('single')
  async place(
    @CurrentContext() context: RequestContext,
    @Param('code') code: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const cohort = found(await this.reader.cohort(code));
    const head = cohortHead(context, cohort);
    const read = readForm(SessionForm, body, this.clock.today());
    if (!read.ok) return newPage({ cohort: head, ...(await this.forms.view(context, cohort, read)) }, 422);
    const place = slotIn(read.form, cohort);
    const outcome = await this.placeSession.execute(context.actor, {
      cohortCode: code,
      place,
      overrideReason: read.form.overrideReason,
      meansClosedDay: read.form.meansClosedDay,
    });
    if (!isRefused(outcome))
      return seeOther(head.sessionsAt, flash('session.placed', { cohort: code, count: outcome.told }));
    const view = await this.forms.refused(context, cohort, {
      id: null,
      place,
      page: `${head.sessionsAt}/new`,
      typed: read.typed,
      refusals: outcome.reasons,
    });
    return newPage({ cohort: head, ...view }, 422);
  }

  @Post('feed')
  async newFeed(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<SeeOther> {
    const cohort = found(await this.reader.cohort(code));
    await this.feeds.replace(context.actor, { kind: 'cohort', ownerId: cohort.id });
    return seeOther(`/office/cohorts/${cohort.code}/sessions`, flash('feed.made'));
  }

  @Post('feed/revocation')
  async endFeed(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<SeeOther> {
    const cohort = found(await this.reader.cohort(code));
    await this.feeds.revoke(context.actor, { kind: 'cohort', ownerId: cohort.id });
    return seeOther(`/office/cohorts/${cohort.code}/sessions`, flash('feed.revoked'));
  }
}

/** What a link filled in; fields that it left out keep their defaults. */
function given(typed: Typed): Typed {
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== '' && value.length > 0));
}
