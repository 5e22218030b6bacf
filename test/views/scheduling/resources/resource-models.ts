import {
  dayOf,
  formView,
  type FormView,
  instantOf,
  type Refusal,
  refusalText,
  type TypedValues,
} from '../../../../src/platform/index.js';
import type { SessionRow } from '../../../../src/scheduling/core/data/timetable-queries.js';
import { AcademyCalendar } from '../../../../src/scheduling/core/domain/academy-calendar.js';
import { sessionView, type SessionView } from '../../../../src/scheduling/core/web/texts.js';
import type { Span } from '../../../../src/scheduling/core/domain/placed-session.js';
import {
  type AvailabilityView,
  awayText,
  type AwayView,
} from '../../../../src/scheduling/resources/web/availability.page.js';
import { AwayForm } from '../../../../src/scheduling/resources/web/unavailability.form.js';
import { useStrip, type UseStrip } from '../../../../src/scheduling/resources/web/use-strip.js';
import { LOOKED_AT, type RenderedView, type Stage } from '../../../support/views/rendered-view.js';
import { sessionRow } from '../session-row.js';

export const TODAY = dayOf(LOOKED_AT);
export const SCRIPT = '<script>alert(1)</script>';
/** A name of one of the peoples whose names have a dot, longer than most columns. */
export const DOTTED = '买买提·吐尔逊·阿卜杜热合曼';
export const NO_FEED = { address: null, webcal: null };
export const A_FEED = {
  address: 'https://academy.example/calendar/secret.ics',
  webcal: 'webcal://academy.example/calendar/secret.ics',
};

const calendar = new AcademyCalendar([], [2026]);

export function sessionIn(stage: Stage, change: Partial<SessionRow> = {}): SessionView {
  return sessionView(stage.translator, sessionRow(change), LOOKED_AT);
}

/** One with all that a list shows, then one without room and instructor. */
export function sessionsIn(stage: Stage): SessionView[] {
  const bare = { id: 's2', number: 200, room: null, instructor: null, instructors: [] };
  return [sessionIn(stage), sessionIn(stage, bare)];
}

/** Sixteen weeks, unused unless sessions are given. */
export function stripIn(stage: Stage, sessions: readonly Span[] = []): UseStrip {
  return useStrip(stage.translator, sessions, { calendar, today: TODAY });
}

/** What the row of a session ahead says. */
export function aheadCells(stage: Stage, session: SessionView): string[] {
  return [
    timesOf(stage, session),
    `${session.cohort} ${stage.t('session.nth', { number: session.number })}`,
    session.room,
    session.instructor,
  ];
}

export function timesOf({ translator: { format } }: Stage, { date, startsAt, endsAt }: SessionView): string {
  return `${format.dayShort(date)} ${format.clock(startsAt)}–${format.clock(endsAt)}`;
}

export function availabilityIn(
  stage: Stage,
  kind: AvailabilityView['kind'],
  change: Partial<AvailabilityView> = {},
): AvailabilityView {
  return {
    kind,
    at: kind === 'room' ? '/office/rooms/LAB-2' : '/office/instructors/i1',
    always: true,
    days: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ weekday: stage.t(`calendar.weekday.${day}`), spans: [] })),
    ahead: [],
    past: [],
    hits: { count: 0, groups: [], more: 0, repairHref: `/office/repairs/new?${kind}=x` },
    ...change,
  };
}

/** Twelve sessions that the same two reasons speak against, and five more that are not listed. */
export function hitsIn(stage: Stage): AvailabilityView['hits'] {
  const sessions = Array.from({ length: 12 }, (_, at) => sessionIn(stage, { id: `s${at}`, number: at + 1 }));
  const data = { roomZh: '琵琶泉', roomEn: 'Pipa', startsAt: LOOKED_AT, endsAt: LOOKED_AT, reason: SCRIPT };
  const reasons: Refusal[] = [
    { code: 'roomIsClosed', data, field: null },
    { code: 'roomIsShutThen', data: { ...data, from: LOOKED_AT, until: LOOKED_AT }, field: null },
  ];
  const groups = [{ reasons: reasons.map((one) => refusalText(stage.translator, one)), sessions }];
  return { count: 17, groups, more: 5, repairHref: '/office/repairs/new?room=r1' };
}

export function awayIn(stage: Stage, change: Partial<AwayView & Span> = {}): AwayView {
  const { startsAt = instantOf('2026-04-01', '00:00'), endsAt = instantOf('2026-04-02', '00:00'), ...rest } = change;
  const span = awayText(stage.translator, { startsAt, endsAt });
  return { id: 'x1', span, reason: '换空调', declaredBy: null, hit: 0, now: false, ...rest };
}

export function awayForm(stage: Stage, typed: TypedValues = {}): FormView<AwayForm> {
  return formView(AwayForm, stage.translator, { typed });
}

/** The names of the fields that say of themselves that they must be filled. */
export function requiredOn({ main }: RenderedView): (string | null)[] {
  return main.inner.filter((one) => one.attribute('aria-required') === 'true').map((one) => one.attribute('name'));
}

/** What the browser's tab says, without the academy's name. */
export function titleOf({ root }: RenderedView): string {
  return root.all('title')[0]?.text.replace(/ · [^·]*$/, '') ?? '';
}
