import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import {
  Clock, CurrentVisit, definePage, formView, type FormView, found, instantOf, isRefused, looksLikeId, notice, type Page, readForm, type Refusal, seeOther, type SeeOther, type Visit,
} from '../../platform/index.js';
import { CancelSession } from '../actions/cancel-session.js';
import { MoveSession } from '../actions/move-session.js';
import { TimetableLetters } from '../actions/timetable-letters.js';
import type { CohortForTimetable } from '../data/timetable-facts.js';
import type { SessionRow } from '../data/timetable-queries.js';
import { TimetableReader } from '../data/timetable-reader.js';
import { type CureLinks, cureLinks } from './cure-links.js';
import { CancellationForm, SessionForm } from './forms.js';
import { type SessionView, sessionView, typedOf } from './said.js';
import { type Filled, SessionForms } from './session-forms.js';

interface MovePage {
  readonly session: SessionView;
  readonly form: FormView<SessionForm>;
  readonly cures: CureLinks | null;
  /** How many people will be told. */
  readonly told: number;
}

interface CancellationPage {
  readonly session: SessionView;
  readonly form: FormView<CancellationForm>;
  readonly told: number;
}

const movePage = definePage<MovePage>('scheduling/sessions/move');
const cancellationPage = definePage<CancellationPage>('scheduling/sessions/cancellation');

interface Known {
  readonly session: SessionRow;
  readonly cohort: CohortForTimetable;
}

/** One session: move it or cancel it, each told before it is done. */
@Controller('office/sessions/:id')
@Requires('session.schedule')
export class SessionsController {
  constructor(
    private readonly reader: TimetableReader,
    private readonly forms: SessionForms,
    private readonly letters: TimetableLetters,
    private readonly moveSession: MoveSession,
    private readonly cancelSession: CancelSession,
    private readonly clock: Clock,
  ) {}

  @Get('move')
  async movable(@CurrentVisit() visit: Visit, @Param('id') id: string, @Query() query: Record<string, unknown>): Promise<Page> {
    const known = await this.known(id);
    const { typed } = readForm(SessionForm, query, this.clock.today());
    const asked = Object.fromEntries(Object.entries(typed).filter(([name]) => name in query));
    return movePage(await this.moveModel(visit, known, { typed: { ...typedOf(known.session), ...asked } }));
  }

  @Post('move')
  async move(@CurrentVisit() visit: Visit, @Param('id') id: string, @Body() body: unknown): Promise<Page | SeeOther> {
    const known = await this.known(id);
    const read = readForm(SessionForm, body, this.clock.today());
    if (!read.ok) return movePage(await this.moveModel(visit, known, read), 422);
    const { date, startTime, endTime, roomId, instructorId, sequence } = read.form;
    const wanted = { startsAt: instantOf(date, startTime), endsAt: instantOf(date, endTime), roomId, instructorId };
    const outcome = await this.moveSession.to(visit.actor, id, { ...wanted, seenSequence: sequence });
    if (!isRefused(outcome)) return seeOther(`/office/cohorts/${outcome.cohortCode}/sessions`, notice('session.moved', { number: outcome.number, count: outcome.told }));
    const changed = outcome.reasons.some((one) => one.code === 'sessionChangedMeanwhile');
    const typed = changed ? { ...read.typed, sequence: String(known.session.sequence) } : read.typed;
    const model = await this.moveModel(visit, known, { typed, refusals: outcome.reasons });
    const cures = hasClash(outcome.reasons) ? await this.reader.curesFor({ id, cohortId: known.cohort.id, ...wanted }, known.cohort) : null;
    return movePage({ ...model, cures: cures && cureLinks(visit.speaker, cures, { page: `/office/sessions/${id}/move`, typed }) }, 422);
  }

  @Get('cancellation')
  async cancellable(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<Page> {
    const known = await this.known(id);
    const form = formView(CancellationForm, visit.speaker, { typed: { sequence: String(known.session.sequence) } });
    return cancellationPage(await this.cancellationModel(visit, known, form));
  }

  @Post('cancellation')
  async cancel(@CurrentVisit() visit: Visit, @Param('id') id: string, @Body() body: unknown): Promise<Page | SeeOther> {
    const known = await this.known(id);
    const read = readForm(CancellationForm, body, this.clock.today());
    if (!read.ok) return cancellationPage(await this.cancellationModel(visit, known, formView(CancellationForm, visit.speaker, read)), 422);
    const outcome = await this.cancelSession.of(visit.actor, id, { reason: read.form.reason, seenSequence: read.form.sequence });
    if (!isRefused(outcome)) return seeOther(`/office/cohorts/${outcome.cohortCode}/sessions`, notice('session.cancelled', { number: outcome.number, count: outcome.told }));
    const form = formView(CancellationForm, visit.speaker, { typed: { ...read.typed, sequence: String(known.session.sequence) }, refusals: outcome.reasons });
    return cancellationPage(await this.cancellationModel(visit, known, form), 422);
  }

  private async known(id: string): Promise<Known> {
    const session = found(looksLikeId(id) ? await this.reader.session(id) : null);
    return { session, cohort: found(await this.reader.cohort(session.cohort)) };
  }

  private async moveModel(visit: Visit, known: Known, filled: Filled): Promise<MovePage> {
    return { session: sessionView(visit.speaker, known.session, this.clock.now()), form: await this.forms.view(visit, known.cohort, filled), cures: null, told: await this.told(known) };
  }

  private async cancellationModel(visit: Visit, known: Known, form: FormView<CancellationForm>): Promise<CancellationPage> {
    return { session: sessionView(visit.speaker, known.session, this.clock.now()), form, told: await this.told(known) };
  }

  private told({ session, cohort }: Known): Promise<number> {
    return this.letters.countFor(this.reader.ask, { cohort, session, before: null });
  }
}

function hasClash(reasons: readonly Refusal[]): boolean {
  return reasons.some((one) => one.code.endsWith('IsTaken') || one.code === 'roomTooSmall' || one.code.startsWith('instructorNot'));
}
