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

/** A session ahead with findings. */
export interface TermFinding {
  readonly session: PlacedSession;
  readonly reasons: readonly Refusal<TimetableRefusalCode>[];
  /** The holiday or closure that it falls on. */
  readonly closedDay: AcademyDay | null;
  readonly kinds: readonly FindingKind[];
}

/** Findings that were overridden or intended. */
export interface AcceptedFindings {
  /** Override reasons by session. */
  readonly accepted: ReadonlySet<string>;
  /** By session: the closed day on which it is held intentionally. */
  readonly meantDays: ReadonlyMap<string, string>;
}

export interface FindingsOfTerm {
  /** Findings to solve. */
  readonly findings: readonly TermFinding[];
  /** Overridden findings. */
  readonly letStand: readonly TermFinding[];
}

/**
 * All sessions ahead with findings, by start. A clash of two is reported once, with the later one, which is more likely
 * to move. Overridden findings are listed separately, unless they can never be overridden.
 */
export function findingsOfTerm(timetable: Timetable, { accepted, meantDays }: AcceptedFindings): FindingsOfTerm {
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
