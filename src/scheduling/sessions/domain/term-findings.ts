import { dayOf } from '../../../platform/clock.js';
import type { Refusal } from '../../../platform/refusals.js';
import {
  type AcademyDay,
  isClosed,
  isDoubleBooking,
  mayBeOverridden,
  type PlacedSession,
  type Timetable,
  type TimetableRefusalCode,
} from '../../core/domain/index.js';

export const FINDING_KINDS = ['room', 'instructor', 'cohort', 'licence', 'day'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** A session ahead that may not stand as it stands. */
export interface TermFinding {
  readonly session: PlacedSession;
  readonly reasons: readonly Refusal<TimetableRefusalCode>[];
  /** The holiday or closure that it falls on. */
  readonly closedDay: AcademyDay | null;
  readonly kinds: readonly FindingKind[];
}

/** What somebody has decided to let stand. */
export interface KnowinglyStanding {
  /** Sessions against which a rule speaks, with a reason given. */
  readonly accepted: ReadonlySet<string>;
  /** By session: the holiday or closure on which it is held on purpose. */
  readonly meantDays: ReadonlyMap<string, string>;
}

export interface FindingsOfTerm {
  /** What is to be solved. */
  readonly findings: readonly TermFinding[];
  /** What somebody has let stand, with a reason. */
  readonly letStand: readonly TermFinding[];
}

/**
 * Every session ahead that something speaks against, by start. Two that clash are told once, with the one that begins
 * later: it is the likelier to move.
 * What somebody has knowingly let stand is told apart, as far as it may be let stand.
 */
export function findingsOfTerm(timetable: Timetable, { accepted, meantDays }: KnowinglyStanding): FindingsOfTerm {
  const ahead = [...timetable.index.all()]
    .filter((one) => one.startsAt > timetable.now)
    .sort((a, b) => a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1));
  const findings: TermFinding[] = [];
  const letStand: TermFinding[] = [];
  for (const session of ahead) {
    const day = timetable.calendar.dayOn(dayOf(session.startsAt));
    const closedDay = isClosed(day) && meantDays.get(session.id) !== day.date ? day : null;
    const against = timetable
      .judge(session, session)
      .filter((reason) => !isReportedElsewhere(timetable, session, reason));
    const isAccepted = (reason: Refusal<TimetableRefusalCode>): boolean =>
      accepted.has(session.id) && mayBeOverridden(reason);
    const wrong = against.filter((reason) => !isAccepted(reason));
    const kinds = [...new Set([...wrong.map(kindOf), ...(closedDay ? (['day'] as const) : [])])];
    if (kinds.length > 0) findings.push({ session, reasons: wrong, closedDay, kinds });
    const stands = against.filter(isAccepted);
    if (stands.length > 0)
      letStand.push({ session, reasons: stands, closedDay: null, kinds: [...new Set(stands.map(kindOf))] });
  }
  return { findings, letStand };
}

function isReportedElsewhere(
  timetable: Timetable,
  session: PlacedSession,
  reason: Refusal<TimetableRefusalCode>,
): boolean {
  if (!isDoubleBooking(reason)) return false;
  const other = timetable.index.get(String(reason.data['session']));
  if (!other) return false;
  return other.startsAt > session.startsAt || (other.startsAt === session.startsAt && other.id > session.id);
}

function kindOf({ code }: Refusal<TimetableRefusalCode>): FindingKind {
  if (code.startsWith('room')) return 'room';
  if (code.startsWith('instructor')) return 'instructor';
  return code.startsWith('pool') ? 'licence' : 'cohort';
}
