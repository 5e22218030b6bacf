import { Injectable } from '@nestjs/common';
import { Clock, dayOf, found, readForm, refusalText, type RequestContext } from '../../../platform/index.js';
import {
  AcademyCalendarReader,
  type CohortForTimetable,
  cohortStillRuns,
  isClosed,
  Listeners,
  slotIn,
  slotOfRow,
  SessionForm,
  SessionForms,
  type SessionFormView,
  type SessionRow,
  type SessionView,
  sessionView,
  TimetableReader,
  typedOf,
} from '../../core/index.js';

/** What stands around the form on each page of one session. */
export interface AroundForm {
  readonly session: SessionView;
  /** How many people will be told. */
  readonly told: number;
  /** Why nothing about it changes any more, whatever is typed; `null` while its cohort runs. */
  readonly closedBecause: string | null;
}

export interface RestorationPage extends SessionFormView, AroundForm {}

export interface Known {
  readonly session: SessionRow;
  readonly cohort: CohortForTimetable;
}

/** What the pages show on which one session is moved, cancelled or brought back. */
@Injectable()
export class SessionPages {
  constructor(
    private readonly reader: TimetableReader,
    private readonly forms: SessionForms,
    private readonly listeners: Listeners,
    private readonly calendar: AcademyCalendarReader,
    private readonly clock: Clock,
  ) {}

  async known(id: string): Promise<Known> {
    const session = found(await this.reader.session(id));
    return { session, cohort: found(await this.reader.cohort(session.cohort)) };
  }

  /**
   * The form filled with where the session stands, and over that with what a link asks for;
   * judged where there is something to say.
   */
  async standing(
    context: RequestContext,
    known: Known,
    { query, noun }: { query: Record<string, unknown>; noun: 'move' | 'restoration' },
  ): Promise<RestorationPage> {
    const asked = Object.fromEntries(
      Object.entries(readForm(SessionForm, query, this.clock.today()).typed).filter(([name]) => name in query),
    );
    const { meantDay, startsAt } = known.session;
    const day = (await this.calendar.current()).dayOn(dayOf(startsAt));
    const typed = {
      ...typedOf(slotOfRow(known.session), known.session.sequence),
      meansClosedDay: meantDay === day.date ? '1' : '',
      ...asked,
    };
    const read = readForm(SessionForm, typed, this.clock.today());
    const isConsidered = noun === 'restoration' || isClosed(day) || Object.keys(asked).length > 0;
    if (!read.ok || !isConsidered)
      return this.around(context, known, await this.forms.view(context, known.cohort, read.ok ? { typed } : read));
    const { session, cohort } = known;
    return this.around(
      context,
      known,
      await this.forms.considered(context, cohort, {
        id: session.id,
        place: slotIn(read.form, cohort),
        page: `/office/sessions/${session.id}/${noun}`,
        typed,
      }),
    );
  }

  async around<Form>(context: RequestContext, { session, cohort }: Known, form: Form): Promise<Form & AroundForm> {
    const place = slotOfRow(session);
    const over = cohortStillRuns(cohort);
    return {
      ...form,
      session: sessionView(context.translator, session, this.clock.now()),
      closedBecause: over && refusalText(context.translator, over),
      told: await this.listeners.count(this.reader.query, [{ cohort, before: place, after: place }]),
    };
  }
}

export function sessionsAt({ cohort }: Known): string {
  return `/office/cohorts/${cohort.code}/sessions`;
}
