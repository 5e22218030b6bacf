import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  dayOf,
  definePage,
  found,
  flash,
  type Page,
  readForm,
  seeOther,
  type SeeOther,
  type RequestContext,
  IdParam,
  refusalTexts,
  answerForm,
  refused,
} from '../../../platform/index.js';
import {
  type CohortForTimetable,
  nameIn,
  type PlacedSession,
  slotOfRow,
  SESSION_MAY_CHANGE,
  type SessionRow,
  type SessionView,
  sessionView,
  spanText,
  TimetableReader,
} from '../../core/index.js';
import { MoveSession } from '../../sessions/index.js';
import { type Substitute, substitutesFor } from '../domain/substitutes.js';
import { SubstituteForm } from './notification.form.js';

interface SubstituteView {
  readonly id: string;
  readonly name: string;
  readonly hours: string;
  /** Their other sessions of that day. */
  readonly thatDay: readonly string[];
  readonly apart: string | null;
  readonly against: readonly string[];
}

export interface SubstitutesPage {
  readonly session: SessionView;
  readonly sequence: number;
  readonly insteadOf: {
    readonly id: string;
    readonly name: string;
    readonly answer: string;
    readonly said: string | null;
  } | null;
  readonly free: readonly SubstituteView[];
  readonly busy: readonly SubstituteView[];
  readonly problems: readonly string[];
  readonly closed: boolean;
}

const page = definePage<SubstitutesPage>('scheduling/notifications/substitutes/index');

interface SessionWithCohort {
  readonly session: SessionRow;
  readonly cohort: CohortForTimetable;
}

/** Substitutes for a session whose instructor is not available, or that has none. */
@Controller('office/sessions/:id/substitutes')
@Requires('session.schedule')
export class SubstitutesController {
  constructor(
    private readonly reader: TimetableReader,
    private readonly moveSession: MoveSession,
    private readonly clock: Clock,
  ) {}

  @Get()
  async index(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @Query('for') insteadOf: unknown,
  ): Promise<Page> {
    return page(await this.model(context, await this.load(id), { insteadOf }));
  }

  @Post()
  async give(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const target = await this.load(id);
    const read = readForm(SubstituteForm, body, this.clock.today());
    const insteadOf = read.ok ? read.form.insteadOf : null;
    const chosen = read.ok
      ? (await this.substitutes(target, insteadOf)).find(({ instructor }) => instructor.id === read.form.instructorId)
      : undefined;
    return answerForm(read, {
      act: async ({ sequence }) =>
        chosen ? this.moveSession.execute(context.actor, id, { slot: chosen.slot, seenSequence: sequence }) : refused(),
      done: ({ recipients }) =>
        seeOther(
          `/office/cohorts/${target.cohort.code}/sessions`,
          flash('substitute.given', {
            number: target.session.number,
            name: chosen ? nameIn(context.translator, chosen.instructor.name) : '',
            count: recipients,
          }),
        ),
      // A refusal without reasons: nobody was chosen.
      again: async ({ refusals = [] }) =>
        page(
          await this.model(context, refusals.length > 0 ? await this.load(id) : target, {
            insteadOf,
            problems:
              refusals.length > 0
                ? refusalTexts(context.translator, refusals)
                : [context.translator.t('substitute.choose')],
          }),
        ),
    });
  }

  private async load(id: string): Promise<SessionWithCohort> {
    const session = found(await this.reader.session(id));
    return { session, cohort: found(await this.reader.cohort(session.cohort)) };
  }

  private async substitutes({ session, cohort }: SessionWithCohort, insteadOf: string | null): Promise<Substitute[]> {
    const timetable = await this.reader.around(dayOf(session.startsAt));
    return substitutesFor(timetable, {
      proposed: timetable.proposedSlot({ id: session.id, cohortId: cohort.id, slot: slotOfRow(session) }),
      cohort,
      insteadOf,
    });
  }

  private async model(
    context: RequestContext,
    target: SessionWithCohort,
    { insteadOf, problems = [] }: { readonly insteadOf: unknown; readonly problems?: readonly string[] },
  ): Promise<SubstitutesPage> {
    const { translator } = context;
    const { session } = target;
    const now = this.clock.now();
    const closed = SESSION_MAY_CHANGE.some(
      (rule) => rule({ now, session: { ...session, slot: slotOfRow(session) }, seenSequence: null }) !== null,
    );
    const from =
      session.instructors.find(({ id }) => id === insteadOf) ??
      session.instructors.find(({ answer }) => answer === 'declined') ??
      session.instructors.find(({ role }) => role === 'lead') ??
      null;
    const all = closed
      ? []
      : (await this.substitutes(target, from?.id ?? null)).map((one) => substituteView(context, one));
    return {
      session: sessionView(translator, session, now),
      sequence: session.sequence,
      closed,
      problems,
      insteadOf: from && { id: from.id, name: nameIn(translator, from.name), answer: from.answer, said: from.said },
      free: all.filter(({ against }) => against.length === 0),
      busy: all.filter(({ against }) => against.length > 0),
    };
  }
}

export function substituteView(
  { translator }: RequestContext,
  { instructor, minutesThatWeek, thatDay, minutesApart, against }: Substitute,
): SubstituteView {
  const hours = (minutes: number) => translator.format.number(Math.round(minutes / 6) / 10);
  return {
    id: instructor.id,
    name: nameIn(translator, instructor.name),
    hours: hours(minutesThatWeek),
    thatDay: thatDay.map((other: PlacedSession) =>
      translator.t('substitute.other', {
        span: spanText(translator, other),
        cohort: other.cohortCode,
        room: other.roomName ? nameIn(translator, other.roomName) : translator.t('session.no_room'),
      }),
    ),
    apart:
      minutesApart === null
        ? null
        : minutesApart === 0
          ? translator.t('substitute.no_break')
          : translator.t('substitute.apart', { hours: hours(minutesApart) }),
    against: refusalTexts(translator, against),
  };
}
