import { dayOf, instantOf, type Refusal } from '../../../../src/platform/index.js';
import type { JudgedChange } from '../../../../src/scheduling/core/domain/change-set.js';
import type { SessionSlot } from '../../../../src/scheduling/core/domain/placed-session.js';
import type { TimetableRefusalCode } from '../../../../src/scheduling/core/domain/refusals.js';
import { AcademyCalendar } from '../../../../src/scheduling/core/domain/academy-calendar.js';
import type { PlannedRow, PlanRow } from '../../../../src/scheduling/plans/data/plan-queries.js';
import { type LineView, judgedLine, planHead } from '../../../../src/scheduling/plans/web/plan-details.page.js';
import type { PlanPageData } from '../../../../src/scheduling/plans/web/plan.page.js';
import { anInstructor, aPool, aRoom, aTimetable } from '../../../builders/timetable.js';
import { LOOKED_AT, type Stage } from '../../../support/views/rendered-view.js';
import { DOTTED, SCRIPT } from '../resources/resource-models.js';

/** Two rooms, two instructors and a licence. */
export const NAMES = aTimetable({
  rooms: [
    aRoom('r1', { name: { zh: '琵琶泉', en: 'Pipa' } }),
    aRoom('r2', { name: { zh: '长'.repeat(100), en: SCRIPT } }),
  ],
  instructors: [
    anInstructor('i1', { name: { zh: '王海涛', en: 'Wang Haitao' } }),
    anInstructor('i2', { name: { zh: DOTTED, en: 'Memet' } }),
  ],
  pools: [aPool('p1', { name: 'Visual Studio' })],
  calendar: new AcademyCalendar([], [2026]),
});

export function planRow(change: Partial<PlanRow> = {}): PlanRow {
  return {
    id: 'n1',
    title: '清明节课表修复',
    origin: 'hand',
    state: 'open',
    openedAt: LOOKED_AT,
    closedAt: null,
    openedBy: '李静',
    changes: 0,
    about: null,
    ...change,
  };
}

/** On 8 April, in the first room, with the first instructor. */
export const BEFORE: SessionSlot = {
  startsAt: instantOf('2026-04-08', '09:00'),
  endsAt: instantOf('2026-04-08', '12:00'),
  roomId: 'r1',
  instructors: [{ instructorId: 'i1', role: 'lead' }],
  licences: [],
};

/** A day later, in the other room, with both instructors and a licence. */
export const AFTER: SessionSlot = {
  startsAt: instantOf('2026-04-09', '09:00'),
  endsAt: instantOf('2026-04-09', '12:00'),
  roomId: 'r2',
  instructors: [
    { instructorId: 'i2', role: 'lead' },
    { instructorId: 'i1', role: 'assistant' },
  ],
  licences: [{ poolId: 'p1', seats: 24 }],
};

export const NOWHERE: SessionSlot = { ...BEFORE, roomId: null, instructors: [] };

/** Where and when, as the columns of a difference say it in one line. */
export function beforeText(stage: Stage): string {
  return `${whenText(stage, BEFORE)} ${stage.one('琵琶泉 · 王海涛', 'Pipa · Wang Haitao')}`;
}

export function afterText(stage: Stage): string {
  const people = stage.one(`${DOTTED}、王海涛`, 'Memet, Wang Haitao');
  return `${whenText(stage, AFTER)} ${stage.one('长'.repeat(100), SCRIPT)} · ${people} · Visual Studio × 24`;
}

export function nowhereText(stage: Stage): string {
  return `${whenText(stage, NOWHERE)} ${stage.t('session.no_room')} · ${stage.t('session.no_instructor')}`;
}

function whenText(stage: Stage, { startsAt, endsAt }: SessionSlot): string {
  return stage.t('session.span', { day: dayOf(startsAt), startsAt, endsAt });
}

export function plannedRow(change: Partial<PlannedRow> = {}): PlannedRow {
  return {
    id: 'x1',
    kind: 'move',
    cohortId: 'c1',
    cohort: 'AZ-104-2026-04',
    sessionId: 's1',
    number: 3,
    seenSequence: 0,
    seen: BEFORE,
    wanted: AFTER,
    reason: null,
    ...change,
  };
}

interface Judged {
  readonly row?: Partial<PlannedRow>;
  readonly plan?: PlanRow;
  readonly forbidden?: readonly Refusal<TimetableRefusalCode | 'sessionChangedMeanwhile'>[];
  readonly doubtful?: readonly Refusal<TimetableRefusalCode>[];
  readonly isNew?: boolean;
  readonly isCancelled?: boolean;
  readonly proposed?: SessionSlot | null;
  readonly suggestions?: Parameters<typeof judgedLine>[2]['suggestions'];
}

/** A line of an open plan that moves a session, against which nothing speaks; `change`: what differs. */
export function lineIn(stage: Stage, change: Judged = {}): LineView {
  const { plan = planRow(), proposed = AFTER, isNew = false, isCancelled = false, suggestions = [] } = change;
  const row = plannedRow({
    ...(isNew ? { kind: 'place', sessionId: null, number: null, seen: null } : {}),
    ...change.row,
  });
  const cohort = { id: 'c1', code: row.cohort, state: 'confirmed', title: { zh: '云', en: 'Cloud' } };
  const session = {
    ...{ id: 's1', number: 3, sequence: 0, slot: BEFORE, meantDay: null },
    state: isCancelled ? ('cancelled' as const) : ('planned' as const),
  };
  const judged: JudgedChange = {
    ...{ id: 's1', number: 3, cohort: { ...cohort, courseId: 'AZ-104', seatsNeeded: 24 }, meantDay: null },
    change: { kind: 'cancel', sessionId: 's1', seenSequence: 0, reason: '' },
    session: isNew ? null : session,
    proposed: proposed && { ...proposed, id: 's1', cohortId: 'c1', setUp: 0, clearAway: 0 },
    forbidden: change.forbidden ?? [],
    doubtful: change.doubtful ?? [],
  };
  return judgedLine(stage.translator, { row, judged }, { plan, names: NAMES, suggestions });
}

/** A plan with these lines; the numbers are for the test to say. */
export function shownIn(stage: Stage, plan: PlanRow, change: Partial<PlanPageData> = {}): PlanPageData {
  const head = planHead(stage.translator, plan);
  return { plan: head, lines: [], wrong: 0, doubtful: 0, notYet: 0, recipients: 0, overridable: true, ...change };
}
