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

/** Data shared by the pages of one session. */
export interface AroundForm {
  readonly session: SessionView;
  /** Number of people to notify. */
  readonly recipients: number;
  /** Why the session can no longer change at all; `null` while its cohort is active. */
  readonly closedBecause: string | null;
}

export interface RestorationPage extends SessionFormView, AroundForm {}

export interface SessionWithCohort {
  readonly session: SessionRow;
  readonly cohort: CohortForTimetable;
}

/** Builds the pages that move, cancel or restore one session. */
@Injectable()
export class SessionPages {
  constructor(
    private readonly reader: TimetableReader,
    private readonly forms: SessionForms,
    private readonly listeners: Listeners,
    private readonly calendar: AcademyCalendarReader,
    private readonly clock: Clock,
  ) {}

  async load(id: string): Promise<SessionWithCohort> {
    const session = found(await this.reader.session(id));
    return { session, cohort: found(await this.reader.cohort(session.cohort)) };
  }

  /**
   * The form with the session's current slot, overridden by values of the link; checked if the slot differs or is on a
   * closed day.
   */
  async standing(
    context: RequestContext,
    target: SessionWithCohort,
    { query, noun }: { query: Record<string, unknown>; noun: 'move' | 'restoration' },
  ): Promise<RestorationPage> {
    const fromLink = Object.fromEntries(
      Object.entries(readForm(SessionForm, query, this.clock.today()).typed).filter(([name]) => name in query),
    );
    const { meantDay, startsAt } = target.session;
    const day = (await this.calendar.current()).dayOn(dayOf(startsAt));
    const typed = {
      ...typedOf(slotOfRow(target.session), target.session.sequence),
      meansClosedDay: meantDay === day.date ? '1' : '',
      ...fromLink,
    };
    const read = readForm(SessionForm, typed, this.clock.today());
    const isConsidered = noun === 'restoration' || isClosed(day) || Object.keys(fromLink).length > 0;
    if (!read.ok || !isConsidered)
      return this.around(context, target, await this.forms.view(context, target.cohort, read.ok ? { typed } : read));
    const { session, cohort } = target;
    return this.around(
      context,
      target,
      await this.forms.considered(context, cohort, {
        id: session.id,
        slot: slotIn(read.form, cohort),
        page: `/office/sessions/${session.id}/${noun}`,
        typed,
      }),
    );
  }

  async around<Form>(
    context: RequestContext,
    { session, cohort }: SessionWithCohort,
    form: Form,
  ): Promise<Form & AroundForm> {
    const slot = slotOfRow(session);
    const over = cohortStillRuns(cohort);
    return {
      ...form,
      session: sessionView(context.translator, session, this.clock.now()),
      closedBecause: over && refusalText(context.translator, over),
      recipients: await this.listeners.count(this.reader.query, [{ cohort, before: slot, after: slot }]),
    };
  }
}

export function sessionsAt({ cohort }: SessionWithCohort): string {
  return `/office/cohorts/${cohort.code}/sessions`;
}
