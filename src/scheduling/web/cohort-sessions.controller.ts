import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import { type CohortHeader, cohortHeader } from '../../cohorts/index.js';
import {
  Clock, CurrentVisit, definePage, dayOf, type FormView, found, instantOf, isRefused, notice, type Page, readForm, Reads, seeOther, type SeeOther, type Typed, type Visit,
} from '../../platform/index.js';
import { CalendarFeeds } from '../actions/calendar-feeds.js';
import { PlaceSession } from '../actions/place-session.js';
import { AcademyCalendarReader } from '../data/academy-days.js';
import type { CohortForTimetable } from '../data/timetable-facts.js';
import { TimetableReader } from '../data/timetable-reader.js';
import type { SessionRow } from '../data/timetable-queries.js';
import { cohortStillRuns } from '../domain/session-rules.js';
import { type CureLinks, cureLinks } from './cure-links.js';
import { FeedAddresses, type FeedView } from './feed-addresses.js';
import { SessionForm } from './forms.js';
import { dayWarning, type UnpublishedSessions, unpublishedSessions } from './unpublished-sessions.js';
import { nameIn, refusalSaid, type SessionView, sessionView } from './said.js';
import { SessionForms } from './session-forms.js';

export interface CohortHead {
  readonly code: string;
  readonly course: string;
  readonly sessionsAt: string;
}

interface CohortSessionsPage {
  readonly header: CohortHeader;
  readonly cohort: CohortHead;
  readonly sessions: readonly (SessionView & { readonly warning: string | null })[];
  readonly notPublished: UnpublishedSessions | null;
  readonly hours: string;
  readonly closedBecause: string | null;
  readonly feed: FeedView;
}

interface NewSessionPage {
  readonly cohort: CohortHead;
  readonly form: FormView<SessionForm>;
  readonly cures: CureLinks | null;
}

const listPage = definePage<CohortSessionsPage>('scheduling/cohort-sessions/index');
const newPage = definePage<NewSessionPage>('scheduling/cohort-sessions/new');

export function cohortHead(visit: Visit, cohort: CohortForTimetable): CohortHead {
  return { code: cohort.code, course: nameIn(visit.speaker, cohort.title), sessionsAt: `/office/cohorts/${cohort.code}/sessions` };
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
    private readonly reads: Reads,
    private readonly clock: Clock,
  ) {}

  @Get()
  async index(@CurrentVisit() visit: Visit, @Param('code') code: string): Promise<Page> {
    const cohort = found(await this.reader.cohort(code));
    const calendar = await this.calendar.current();
    const rows = await this.reader.ofCohort(cohort.id);
    const minutes = rows.filter((row) => row.state !== 'cancelled').reduce((sum, row) => sum + (row.endsAt - row.startsAt) / 60_000, 0);
    const over = cohortStillRuns(cohort);
    const ahead = rows.filter((row) => this.aheadOn(row)).map((row) => calendar.dayOn(dayOf(row.startsAt)));
    const unknown = ahead.filter((day) => !day.yearPublished);
    const mixed = unknown.length < ahead.length;
    return listPage({
      header: await cohortHeader(this.reads, visit, { code: cohort.code, tab: 'sessions' }),
      cohort: cohortHead(visit, cohort),
      sessions: rows.map((row) => ({ ...sessionView(visit.speaker, row, this.clock.now()), warning: this.aheadOn(row) ? dayWarning(visit.speaker, calendar.dayOn(dayOf(row.startsAt)), mixed) : null })),
      notPublished: unpublishedSessions(visit, unknown),
      hours: visit.speaker.format.number(Math.round(minutes / 6) / 10),
      closedBecause: over && refusalSaid(visit.speaker, over),
      feed: await this.addresses.view({ kind: 'cohort', ownerId: cohort.id }),
    });
  }

  private aheadOn({ state, startsAt }: SessionRow): boolean {
    return state === 'planned' && startsAt > this.clock.now();
  }

  @Get('new')
  async blank(@CurrentVisit() visit: Visit, @Param('code') code: string, @Query() query: Record<string, unknown>): Promise<Page> {
    const cohort = found(await this.reader.cohort(code));
    const last = (await this.reader.ofCohort(cohort.id)).filter((row) => row.state !== 'cancelled').at(-1);
    const { typed } = readForm(SessionForm, query, this.clock.today());
    return newPage({ cohort: cohortHead(visit, cohort), form: await this.forms.view(visit, cohort, { typed: { ...(last && { roomId: last.roomId ?? '', instructorId: last.instructorId ?? '' }), ...given(typed) } }), cures: null });
  }

  @Post('single')
  async place(@CurrentVisit() visit: Visit, @Param('code') code: string, @Body() body: unknown): Promise<Page | SeeOther> {
    const cohort = found(await this.reader.cohort(code));
    const read = readForm(SessionForm, body, this.clock.today());
    if (!read.ok) return newPage({ cohort: cohortHead(visit, cohort), form: await this.forms.view(visit, cohort, read), cures: null }, 422);
    const { date, startTime, endTime, roomId, instructorId } = read.form;
    const wanted = { startsAt: instantOf(date, startTime), endsAt: instantOf(date, endTime), roomId, instructorId };
    const outcome = await this.placeSession.place(visit.actor, { cohortCode: code, ...wanted });
    const head = cohortHead(visit, cohort);
    if (!isRefused(outcome)) return seeOther(head.sessionsAt, notice('session.placed', { cohort: code, count: outcome.told }));
    const cures = await this.reader.curesFor({ id: null, cohortId: cohort.id, ...wanted }, cohort);
    const form = await this.forms.view(visit, cohort, { typed: read.typed, refusals: outcome.reasons });
    return newPage({ cohort: head, form, cures: cureLinks(visit.speaker, cures, { page: `${head.sessionsAt}/new`, typed: read.typed }) }, 422);
  }

  @Post('feed')
  async newFeed(@CurrentVisit() visit: Visit, @Param('code') code: string): Promise<SeeOther> {
    const cohort = found(await this.reader.cohort(code));
    await this.feeds.replace(visit.actor, { kind: 'cohort', ownerId: cohort.id });
    return seeOther(`/office/cohorts/${cohort.code}/sessions`, notice('feed.made'));
  }

  @Post('feed/revocation')
  async endFeed(@CurrentVisit() visit: Visit, @Param('code') code: string): Promise<SeeOther> {
    const cohort = found(await this.reader.cohort(code));
    await this.feeds.revoke(visit.actor, { kind: 'cohort', ownerId: cohort.id });
    return seeOther(`/office/cohorts/${cohort.code}/sessions`, notice('feed.revoked'));
  }
}

/** What a link filled in; fields that it left out keep their defaults. */
function given(typed: Typed): Typed {
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== '' && value.length > 0));
}
