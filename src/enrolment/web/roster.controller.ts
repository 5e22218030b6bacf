import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import { CohortHeaders, ENROLLING_STATES } from '../../cohorts/index.js';
import {
  csvTable,
  CurrentContext,
  dayOf,
  flash,
  type Page,
  ReadDatabase,
  rowsOf,
  type Refusal,
  seeOther,
  type SeeOther,
  textOf,
  type RequestContext,
  type TableAnswer,
  refusalTexts,
  answerAct,
  searchTextOf,
} from '../../platform/index.js';
import { EnrolTrainee } from '../actions/enrol-trainee.js';
import { rosterOf, traineesToAdd } from '../data/roster.js';
import { FORMER } from '../domain/states.js';
import { rosterPage, rosterLines } from './roster.page.js';

/** A cohort's roster: seats, waitlist and former enrolments; search for a trainee to enrol. */
@Controller('office/cohorts/:code')
@Requires('roster.manage')
export class RosterController {
  constructor(
    private readonly headers: CohortHeaders,
    private readonly reads: ReadDatabase,
    private readonly enrolTrainee: EnrolTrainee,
  ) {}

  @Get('roster')
  show(@CurrentContext() context: RequestContext, @Param('code') code: string, @Query('q') q: unknown): Promise<Page> {
    return this.page(context, code, { q: searchTextOf(q), refusals: [] });
  }

  @Post('roster')
  async add(
    @CurrentContext() context: RequestContext,
    @Param('code') code: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | SeeOther> {
    const header = await this.headers.of(context, { code, tab: 'roster' });
    const outcome = await this.enrolTrainee.execute(context.actor, {
      cohortCode: header.code,
      traineeId: textOf(body['traineeId']),
      source: 'coordinator',
    });
    return answerAct(outcome, {
      done: ({ state, position }) =>
        seeOther(`${header.href}/roster`, flash(`roster.added_${state}`, { position: position ?? 0 })),
      again: (refusals) => this.page(context, code, { q: textOf(body['q']), refusals }),
    });
  }

  @Get('roster.csv')
  async download(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<TableAnswer> {
    const header = await this.headers.of(context, { code, tab: 'roster' });
    const { translator } = context;
    const columns = ['seat', 'name', 'latin', 'email', 'phone', 'workplace', 'state', 'since'];
    return csvTable({
      name: `${header.code}-${translator.t('roster.file')}`,
      heads: columns.map((column) => translator.t(`roster.${column}`)),
      rows: () =>
        rowsOf(
          () => rosterOf(this.reads.query, header.id),
          (row) => [
            row.seatNumber,
            row.name,
            row.latinName,
            row.email,
            row.phone,
            row.workplace,
            translator.t(`enrolment.state.${row.state}`),
            dayOf(row.madeAt),
          ],
        ),
    });
  }

  private async page(
    context: RequestContext,
    code: string,
    { q, refusals }: { q: string; refusals: readonly Refusal[] },
  ): Promise<Page> {
    const header = await this.headers.of(context, { code, tab: 'roster' });
    const rows = rosterLines(await rosterOf(this.reads.query, header.id), context.translator);
    const seated = rows.filter(({ seatNumber }) => seatNumber !== null);
    return rosterPage({
      header,
      q,
      matches:
        q === ''
          ? null
          : (await traineesToAdd(this.reads.query, header.id, q)).sort((one, other) =>
              context.translator.format.compare(one.name, other.name),
            ),
      seated,
      waiting: rows.filter(({ state }) => state === 'waitlisted'),
      former: rows.filter(({ state }) => FORMER.includes(state)),
      seatsFree: seated.length < header.cohort.capacity,
      isLive: ENROLLING_STATES.includes(header.state),
      seatsText: context.translator.t('roster.seats_text', {
        taken: seated.length,
        capacity: header.cohort.capacity,
      }),
      taken: seated.length,
      capacity: header.cohort.capacity,
      refusals: refusalTexts(context.translator, refusals),
    });
  }
}
