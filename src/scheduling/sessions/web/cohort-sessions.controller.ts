import { Controller, Get, Param } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import { type CohortHeader, CohortHeaders } from '../../../cohorts/index.js';
import {
  A_MINUTE,
  Clock,
  CurrentContext,
  definePage,
  dayOf,
  found,
  type Page,
  type RequestContext,
  refusalText,
} from '../../../platform/index.js';
import { AcademyCalendarReader, cohortStillRuns, type SessionRow, TimetableReader } from '../../core/index.js';
import { FeedAddresses, type FeedView } from '../../feeds/index.js';
import { type CohortCaption, cohortCaption } from './cohort-caption.js';
import { type SessionLine, sessionLine } from './session-line.js';
import { dayWarning, type UnpublishedSessions, unpublishedSessions } from './unpublished-sessions.js';

export interface CohortSessionsPage {
  readonly header: CohortHeader;
  readonly cohort: CohortCaption;
  readonly sessions: readonly SessionLine[];
  readonly notPublished: UnpublishedSessions | null;
  readonly someCancelled: boolean;
  readonly someOpen: boolean;
  readonly hours: string;
  readonly closedBecause: string | null;
  readonly feed: FeedView;
}

const listPage = definePage<CohortSessionsPage>('scheduling/sessions/cohort-sessions/index');

@Controller('office/cohorts/:code/sessions')
@Requires('session.schedule')
export class CohortSessionsController {
  constructor(
    private readonly reader: TimetableReader,
    private readonly calendar: AcademyCalendarReader,
    private readonly addresses: FeedAddresses,
    private readonly headers: CohortHeaders,
    private readonly clock: Clock,
  ) {}

  @Get()
  async index(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page> {
    const cohort = found(await this.reader.cohort(code));
    const calendar = await this.calendar.current();
    const rows = await this.reader.ofCohort(cohort.id);
    const minutes = rows
      .filter((row) => row.state !== 'cancelled')
      .reduce((sum, row) => sum + (row.endsAt - row.startsAt) / A_MINUTE, 0);
    const over = cohortStillRuns(cohort);
    const ahead = rows.filter((row) => this.aheadOn(row)).map((row) => calendar.dayOn(dayOf(row.startsAt)));
    const unknown = ahead.filter((day) => !day.yearPublished);
    const mixed = unknown.length < ahead.length;
    return listPage({
      header: await this.headers.of(context, { code: cohort.code, tab: 'sessions' }),
      cohort: cohortCaption(context, cohort),
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
      someOpen: rows.some((row) => this.aheadOn(row)),
      hours: context.translator.format.number(Math.round(minutes / 6) / 10),
      closedBecause: over && refusalText(context.translator, over),
      feed: await this.addresses.view({ kind: 'cohort', ownerId: cohort.id }),
    });
  }

  private aheadOn({ state, startsAt }: SessionRow): boolean {
    return state === 'planned' && startsAt > this.clock.now();
  }
}
