import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import { CohortHeaders, ENROLLING_STATES } from '../../cohorts/index.js';
import {
  csvOf,
  CurrentContext,
  dayOf,
  FileAnswer,
  flash,
  type Page,
  ReadDatabase,
  type Refusal,
  seeOther,
  type SeeOther,
  textOf,
  type RequestContext,
  refusalTexts,
  answerAct,
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
    return this.page(context, code, { q: textOf(q).trim().slice(0, 80), refusals: [] });
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
  async download(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<FileAnswer> {
    const header = await this.headers.of(context, { code, tab: 'roster' });
    const { translator } = context;
    const columns = ['seat', 'name', 'latin', 'email', 'phone', 'workplace', 'state', 'since'].map((column) =>
      translator.t(`roster.${column}`),
    );
    const rows = await rosterOf(this.reads.query, header.id);
    const csv = csvOf(
      columns,
      rows.map((row) => [
        row.seatNumber,
        row.name,
        row.latinName,
        row.email,
        row.phone,
        row.workplace,
        translator.t(`enrolment.state.${row.state}`),
        dayOf(row.madeAt),
      ]),
    );
    return new FileAnswer(csv, 'text/csv; charset=utf-8', {
      name: `${header.code}-${translator.t('roster.file')}.csv`,
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
