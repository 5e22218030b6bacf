import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentVisit,
  dayOf,
  definePage,
  formView,
  type FormView,
  found,
  isRefused,
  looksLikeId,
  notice,
  type Page,
  readForm,
  seeOther,
  type SeeOther,
  type Visit,
} from '../../../platform/index.js';
import {
  AcademyCalendarReader,
  CancellationForm,
  type CohortForTimetable,
  FindingsOfPlaces,
  isClosed,
  Listeners,
  placeIn,
  placeOfRow,
  SessionForm,
  SessionForms,
  type SessionFormView,
  type SessionRow,
  type SessionView,
  sessionView,
  TimetableReader,
  typedOf,
} from '../../core/index.js';
import { CancelSession } from '../actions/cancel-session.js';
import { MoveSession } from '../actions/move-session.js';
import { RestoreSession } from '../actions/restore-session.js';
import { OPEN_PLANS, type OpenPlan, type OpenPlans } from './open-plans.js';

interface RestorationPage extends SessionFormView {
  readonly session: SessionView;
  /** How many people will be told. */
  readonly told: number;
}

interface MovePage extends RestorationPage {
  /** Open draft plans that the move may be put into instead. */
  readonly plans: readonly OpenPlan[];
}

interface CancellationPage {
  readonly session: SessionView;
  readonly form: FormView<CancellationForm>;
  readonly told: number;
}

const movePage = definePage<MovePage>('scheduling/sessions/move');
const restorationPage = definePage<RestorationPage>('scheduling/sessions/restoration');
const cancellationPage = definePage<CancellationPage>('scheduling/sessions/cancellation');

interface Known {
  readonly session: SessionRow;
  readonly cohort: CohortForTimetable;
}

/** One session: move it, cancel it, bring it back, each told before it is done. */
@Controller('office/sessions/:id')
@Requires('session.schedule')
export class SessionsController {
  constructor(
    private readonly reader: TimetableReader,
    private readonly forms: SessionForms,
    private readonly listeners: Listeners,
    private readonly findings: FindingsOfPlaces,
    private readonly calendar: AcademyCalendarReader,
    @Inject(OPEN_PLANS) private readonly plans: OpenPlans,
    private readonly moveSession: MoveSession,
    private readonly cancelSession: CancelSession,
    private readonly restoreSession: RestoreSession,
    private readonly clock: Clock,
  ) {}

  @Get('move')
  async movable(
    @CurrentVisit() visit: Visit,
    @Param('id') id: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Page> {
    return movePage(await this.withPlans(await this.standing(visit, await this.known(id), { query, noun: 'move' })));
  }

  @Post('move')
  async move(@CurrentVisit() visit: Visit, @Param('id') id: string, @Body() body: unknown): Promise<Page | SeeOther> {
    const known = await this.known(id);
    const read = readForm(SessionForm, body, this.clock.today());
    if (!read.ok)
      return movePage(
        await this.withPlans(await this.around(visit, known, await this.forms.view(visit, known.cohort, read))),
        422,
      );
    const place = placeIn(read.form, known.cohort);
    const outcome = await this.moveSession.to(visit.actor, id, {
      place,
      seenSequence: read.form.sequence,
      overrideReason: read.form.overrideReason,
      meansClosedDay: read.form.meansClosedDay,
    });
    if (!isRefused(outcome)) {
      const shared = await this.findings.afterwards(visit, known.cohort, { id, place });
      const values = { number: known.session.number, count: outcome.told };
      return seeOther(
        sessionsAt(known),
        shared === null
          ? notice('session.moved', values)
          : notice('session.moved_shared', { ...values, shared }, 'warning'),
      );
    }
    const now = await this.known(id);
    const changed = outcome.reasons.some((one) => one.code === 'sessionChangedMeanwhile');
    const typed = changed ? { ...read.typed, sequence: String(now.session.sequence) } : read.typed;
    const form = await this.forms.refused(visit, now.cohort, {
      id,
      place,
      page: `/office/sessions/${id}/move`,
      typed,
      refusals: outcome.reasons,
    });
    return movePage(await this.withPlans(await this.around(visit, now, form)), 422);
  }

  @Get('cancellation')
  async cancellable(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<Page> {
    const known = await this.known(id);
    const form = formView(CancellationForm, visit.speaker, { typed: { sequence: String(known.session.sequence) } });
    return cancellationPage(await this.around(visit, known, { form }));
  }

  @Post('cancellation')
  async cancel(@CurrentVisit() visit: Visit, @Param('id') id: string, @Body() body: unknown): Promise<Page | SeeOther> {
    const known = await this.known(id);
    const read = readForm(CancellationForm, body, this.clock.today());
    if (!read.ok)
      return cancellationPage(
        await this.around(visit, known, { form: formView(CancellationForm, visit.speaker, read) }),
        422,
      );
    const outcome = await this.cancelSession.all(
      visit.actor,
      [{ sessionId: id, seenSequence: read.form.sequence }],
      read.form.reason,
    );
    if (!isRefused(outcome))
      return seeOther(
        sessionsAt(known),
        notice('session.cancelled', { number: known.session.number, count: outcome.told }),
      );
    const form = formView(CancellationForm, visit.speaker, {
      typed: { ...read.typed, sequence: String(known.session.sequence) },
      refusals: outcome.reasons,
    });
    return cancellationPage(await this.around(visit, known, { form }), 422);
  }

  @Get('restoration')
  async restorable(
    @CurrentVisit() visit: Visit,
    @Param('id') id: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Page> {
    return restorationPage(await this.standing(visit, await this.known(id), { query, noun: 'restoration' }));
  }

  @Post('restoration')
  async restore(
    @CurrentVisit() visit: Visit,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const known = await this.known(id);
    const read = readForm(SessionForm, body, this.clock.today());
    if (!read.ok)
      return restorationPage(await this.around(visit, known, await this.forms.view(visit, known.cohort, read)), 422);
    const place = placeIn(read.form, known.cohort);
    const outcome = await this.restoreSession.of(visit.actor, {
      sessionId: id,
      seenSequence: read.form.sequence,
      place,
      meansClosedDay: read.form.meansClosedDay,
    });
    if (!isRefused(outcome))
      return seeOther(
        sessionsAt(known),
        notice('session.restored', { number: known.session.number, count: outcome.told }),
      );
    const form = await this.forms.refused(visit, known.cohort, {
      id,
      place,
      page: `/office/sessions/${id}/restoration`,
      typed: read.typed,
      refusals: outcome.reasons,
    });
    return restorationPage(await this.around(visit, known, form), 422);
  }

  private async known(id: string): Promise<Known> {
    const session = found(looksLikeId(id) ? await this.reader.session(id) : null);
    return { session, cohort: found(await this.reader.cohort(session.cohort)) };
  }

  /**
   * The form filled with where the session stands, and over that with what a link asks for;
   * judged where there is something to say.
   */
  private async standing(
    visit: Visit,
    known: Known,
    { query, noun }: { query: Record<string, unknown>; noun: 'move' | 'restoration' },
  ): Promise<RestorationPage> {
    const asked = Object.fromEntries(
      Object.entries(readForm(SessionForm, query, this.clock.today()).typed).filter(([name]) => name in query),
    );
    const { meantDay, startsAt } = known.session;
    const day = (await this.calendar.current()).dayOn(dayOf(startsAt));
    const typed = {
      ...typedOf(placeOfRow(known.session), known.session.sequence),
      meansClosedDay: meantDay === day.date ? '1' : '',
      ...asked,
    };
    const read = readForm(SessionForm, typed, this.clock.today());
    const isConsidered = noun === 'restoration' || isClosed(day) || Object.keys(asked).length > 0;
    if (!read.ok || !isConsidered)
      return this.around(visit, known, await this.forms.view(visit, known.cohort, read.ok ? { typed } : read));
    const { session, cohort } = known;
    return this.around(
      visit,
      known,
      await this.forms.considered(visit, cohort, {
        id: session.id,
        place: placeIn(read.form, cohort),
        page: `/office/sessions/${session.id}/${noun}`,
        typed,
      }),
    );
  }

  private async withPlans(page: RestorationPage): Promise<MovePage> {
    return { ...page, plans: await this.plans.forSession(page.session.id) };
  }

  private async around<Form>(
    visit: Visit,
    { session, cohort }: Known,
    form: Form,
  ): Promise<Form & { session: SessionView; told: number }> {
    const place = placeOfRow(session);
    return {
      ...form,
      session: sessionView(visit.speaker, session, this.clock.now()),
      told: await this.listeners.count(this.reader.ask, [{ cohort, before: place, after: place }]),
    };
  }
}

function sessionsAt({ cohort }: Known): string {
  return `/office/cohorts/${cohort.code}/sessions`;
}
